import type { FileKind } from '../file-kind.ts'

/** A service record (服务记录): what was done for whom. */
export const SERVICE = {
  kind: 'service',
  states: ['done', 'struck'],
  open: [],
  moves: { done: ['struck'], struck: [] },
} as const satisfies FileKind
