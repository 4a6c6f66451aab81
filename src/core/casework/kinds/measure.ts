import type { FileKind } from '../file-kind.ts'

/** A measure of a plan in force (措施): a sub-task, or a series of services with the day of the next one. */
export const MEASURE = {
  kind: 'measure',
  states: ['due', 'under_way', 'done', 'missed', 'dropped'],
  open: ['due', 'under_way'],
  moves: {
    due: ['under_way', 'done', 'missed', 'dropped'],
    under_way: ['done', 'missed', 'dropped'],
    done: ['under_way'],
    missed: ['due'],
    dropped: ['due'],
  },
} as const satisfies FileKind
