import type { FileKind } from '../file-kind.ts'

/** A reminder that must be answered (服务信息提醒回复): late = nobody did in time, the street's lead was called. */
export const REMINDER = {
  kind: 'reminder',
  states: ['sent', 'late', 'done', 'not_done', 'struck'],
  open: ['sent', 'late', 'not_done'],
  moves: {
    sent: ['late', 'done', 'not_done', 'struck'],
    late: ['done', 'not_done', 'struck'],
    not_done: ['done', 'struck'],
    done: [],
    struck: [],
  },
} as const satisfies FileKind
