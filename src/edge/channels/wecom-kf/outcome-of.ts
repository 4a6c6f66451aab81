import { MINUTE } from '../../../core/time.ts'
import type { Sent } from '../../../work/ports/sender.ts'
import type { ApiAnswer } from '../../wechat/call-api.ts'

/** The session stands where the house may not write (当前会话状态不允许发送). */
export const WRONG_STATE = 95018

/**
 * What an answer of send_msg means (全局错误码). The platform refuses a msgid that it has seen, so a second try is
 * harmless: what is in doubt is tried again. `doubted`: the last try with this msgid was in doubt, so a
 * refusal that means nothing else says that it had arrived.
 */
export function outcomeOf(answer: ApiAnswer, doubted: boolean): Sent {
  if (answer.status === 'not_sent') return { status: 'retry', why: answer.why }
  if (answer.status === 'unknown') return { status: 'retry', why: 'timeout' }
  const known = OUTCOMES[answer.code]
  if (known) return known
  return doubted ? { status: 'sent' } : { status: 'undeliverable', why: 'invalid' }
}

const RATE: Sent = { status: 'retry', after: MINUTE, why: 'rate' }
const WINDOW: Sent = { status: 'undeliverable', why: 'window' }
const NO_RIGHT: Sent = { status: 'undeliverable', why: 'credentials' }

const OUTCOMES: Readonly<Record<number, Sent>> = {
  [-1]: { status: 'retry', why: 'down' },
  0: { status: 'sent' },
  45009: RATE,
  45033: RATE,
  48002: NO_RIGHT,
  60011: NO_RIGHT,
  /** The caller's address is not on the list: an operator adds it. */
  60020: { status: 'retry', after: MINUTE, why: 'credentials' },
  /** Five messages; 48 hours; the session has ended. */
  95001: WINDOW,
  95002: WINDOW,
  95013: WINDOW,
  [WRONG_STATE]: WINDOW,
}
