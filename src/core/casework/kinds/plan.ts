import type { FileKind } from '../file-kind.ts'

/**
 * A plan of the household (一户一方案). A plan in force is not reworded: a next one is drafted, and takes its place
 * (replaced) or follows it as the second phase (done).
 */
export const PLAN = {
  kind: 'plan',
  states: ['draft', 'submitted', 'in_force', 'done', 'replaced', 'dropped'],
  open: ['draft', 'submitted', 'in_force'],
  moves: {
    draft: ['submitted', 'dropped'],
    submitted: ['draft', 'in_force'],
    in_force: ['done', 'replaced'],
    done: [],
    replaced: [],
    dropped: [],
  },
} as const satisfies FileKind
