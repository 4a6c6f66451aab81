import { createContext, useContext } from 'react'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import type { Kind } from '../api/documents.ts'
import type { Vocabulary } from '../conditions/read-out.ts'
import type { Row } from '../outline/rows.ts'
import type { StepMarks } from '../panels.tsx'
import type { Parts } from '../yaml/parts.ts'

/** What is looked at: a step, a question inside an adaptive block, or the flow's own settings. */
export type Place = { readonly step: number; readonly question?: number } | null

/** A document that is open, for all that works on it. */
export type Room = {
  readonly path: string
  readonly kind: Kind
  readonly text: string
  readonly change: (text: string, about?: string) => void
  readonly mayEdit: boolean
  /** The flow taken apart; null for other documents, and for flows written in an unusual way. */
  readonly parts: Parts | null
  readonly place: Place
  readonly goTo: (place: Place, field?: string) => void
  readonly findings: readonly Finding[]
  readonly marks: StepMarks
  /** Every readable flow of the house, this one as it is written now. */
  readonly flows: readonly Flow[]
  /** What conditions may speak of. */
  readonly vocabulary: Vocabulary
  /** The outline; rows that an edit does not touch stay the very same. */
  readonly rows: readonly Row[]
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('outside a document')
  return room
}
