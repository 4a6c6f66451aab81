import type { FileKind } from '../file-kind.ts'

/**
 * Something a department of the district has to do or to answer (协办): its case does not close before. Sent
 * 待答复, answered 已答复, withdrawn 撤回.
 */
export const SUBTASK = {
  kind: 'subtask',
  states: ['sent', 'answered', 'withdrawn'],
  open: ['sent'],
  holdsCase: true,
  moves: { sent: ['answered', 'withdrawn'], answered: ['sent'], withdrawn: [] },
} as const satisfies FileKind
