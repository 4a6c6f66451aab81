import type { FileKind } from '../file-kind.ts'

/**
 * A service or follow-up record that was drawn to be looked at (服务督导). returned = back with its author, who
 * owns it until it is corrected. The group is the sample; detail: {record, of, author, score, round}; body: {why, answer, times}.
 */
export const CHECK = {
  kind: 'check',
  states: ['drawn', 'returned', 'corrected', 'passed', 'dropped'],
  open: ['drawn', 'returned', 'corrected'],
  moves: {
    drawn: ['passed', 'returned', 'dropped'],
    returned: ['corrected', 'dropped'],
    corrected: ['passed', 'returned', 'dropped'],
    passed: [],
    dropped: [],
  },
} as const satisfies FileKind
