import type { FileKind } from '../file-kind.ts'

/** Somebody who belongs to the household (家庭成员). Under the id of the household itself: who first asked for help. */
export const MEMBER = {
  kind: 'member',
  states: ['here', 'away', 'left'],
  open: [],
  moves: { here: ['away', 'left'], away: ['here', 'left'], left: ['here'] },
} as const satisfies FileKind
