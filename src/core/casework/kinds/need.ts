import type { FileKind } from '../file-kind.ts'

/** A need of the household (需求): unmet 未满足, under_way 在办, met 已满足, dropped 不再需要. */
export const NEED = {
  kind: 'need',
  states: ['unmet', 'under_way', 'met', 'dropped'],
  open: ['unmet', 'under_way'],
  moves: {
    unmet: ['under_way', 'met', 'dropped'],
    under_way: ['unmet', 'met', 'dropped'],
    met: ['unmet'],
    dropped: ['unmet'],
  },
} as const satisfies FileKind
