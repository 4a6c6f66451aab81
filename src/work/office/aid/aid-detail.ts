import type { AidRefusal } from '../../../core/casework/aid.ts'
import type { AidMoments } from '../../../core/casework/aid-times.ts'
import type { AidForm, AidPaper, PhotoOf } from '../../ports/aid.ts'
import type { FileRecord } from '../../ports/household-files.ts'

/** Codes, ids and moments of an aid. */
export type AidDetail = {
  readonly cause: string
  readonly steps: AidMoments
  readonly seen?: string
  readonly lives?: string
  readonly papers: readonly AidPaper[]
  /** Who asked, and who paid. */
  readonly first?: string
  readonly second?: string
  readonly committee?: string
  readonly receipt?: PhotoOf
  readonly refused?: readonly AidRefusal[]
}

/** What was written of an aid. */
export type AidBody = {
  readonly words: string
  readonly form?: AidForm
  /** Why it was sent back, refused or dropped. */
  readonly why?: string
}

export const detailOf = ({ detail }: FileRecord): AidDetail =>
  ({ papers: [], steps: {}, ...detail }) as unknown as AidDetail

/** Empty after an erasure. */
export const bodyOf = ({ body }: FileRecord): AidBody => (body as AidBody | null) ?? { words: '' }
