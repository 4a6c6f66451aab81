import { createContext, useContext } from 'react'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import type { StepPath, StepValue } from '../yaml/edit-steps.ts'

/** The step that a form is about, and how its settings are written. */
export type StepDesk = {
  readonly value: StepValue
  readonly path: StepPath
  readonly mayEdit: boolean
  /** Writes one setting; undefined takes it away. */
  readonly write: (field: string, next: unknown) => void
  readonly findings: readonly Finding[]
}

export const StepContext = createContext<StepDesk | null>(null)

export function useStep(): StepDesk {
  const desk = useContext(StepContext)
  if (desk === null) throw new Error('outside a step')
  return desk
}

export const textIn = (value: StepValue, field: string): string => {
  const text = value[field]
  return typeof text === 'string' || typeof text === 'number' ? String(text) : ''
}

/** Empty texts are no texts. */
export const orNothing = (text: string): string | undefined => (text === '' ? undefined : text)
