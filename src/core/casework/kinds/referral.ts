import type { FileKind } from '../file-kind.ts'

/**
 * A household handed to a partner (转介): sent 待接收, accepted 已接收, done 完成, returned 退回, withdrawn 撤回. A
 * returned one is open: somebody has to find another way.
 */
export const REFERRAL = {
  kind: 'referral',
  states: ['sent', 'accepted', 'done', 'returned', 'withdrawn'],
  open: ['sent', 'accepted', 'returned'],
  moves: {
    sent: ['accepted', 'returned', 'withdrawn'],
    accepted: ['done', 'returned', 'withdrawn'],
    done: [],
    returned: ['withdrawn'],
    withdrawn: [],
  },
} as const satisfies FileKind
