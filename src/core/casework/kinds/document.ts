import type { FileKind } from '../file-kind.ts'

/** A paper of the household (材料): a file of one of its talks with its label, or one that was seen on paper. */
export const DOCUMENT = {
  kind: 'document',
  states: ['kept', 'struck'],
  open: [],
  moves: { kept: ['struck'], struck: ['kept'] },
} as const satisfies FileKind
