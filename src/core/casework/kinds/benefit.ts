import type { FileKind } from '../file-kind.ts'

/** Help that the household receives from any department (受助): struck = written by mistake. */
export const BENEFIT = {
  kind: 'benefit',
  states: ['given', 'struck'],
  open: [],
  moves: { given: ['struck'], struck: ['given'] },
} as const satisfies FileKind
