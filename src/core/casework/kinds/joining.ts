import type { FileKind } from '../file-kind.ts'

/** That another file was joined to this one (合并), taken out again (拆分), or found to be another household. */
export const JOINING = {
  kind: 'joining',
  states: ['joined', 'parted', 'refused'],
  open: [],
  moves: { joined: ['parted'], parted: [], refused: [] },
} as const satisfies FileKind
