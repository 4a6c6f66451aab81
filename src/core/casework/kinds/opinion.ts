import type { FileKind } from '../file-kind.ts'

/** What one member of a case conference thinks (意见). Its group is the conference. */
export const OPINION = {
  kind: 'opinion',
  states: ['given'],
  open: [],
  moves: { given: [] },
} as const satisfies FileKind
