import type { FileKind } from '../file-kind.ts'

/** That another file was joined to this one (合并), and taken out again (拆分). */
export const JOINING = {
  kind: 'joining',
  states: ['joined', 'parted'],
  open: [],
  moves: { joined: ['parted'], parted: [] },
} as const satisfies FileKind
