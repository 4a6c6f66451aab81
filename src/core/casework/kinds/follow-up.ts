import type { FileKind } from '../file-kind.ts'

/** A visit or call that is due (回访). */
export const FOLLOW_UP = {
  kind: 'follow_up',
  states: ['due', 'done', 'missed', 'dropped'],
  open: ['due'],
  moves: { due: ['done', 'missed', 'dropped'], missed: ['done'], done: [], dropped: [] },
} as const satisfies FileKind
