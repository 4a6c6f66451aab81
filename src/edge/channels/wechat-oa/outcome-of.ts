import { MINUTE } from '../../../core/time.ts'
import type { Sent } from '../../../work/ports/sender.ts'
import type { ApiAnswer } from '../../wechat/call-api.ts'

/** What an answer of message/custom/send means (全局返回码). The platform knows no key: what is in doubt stays so. */
export function outcomeOf(answer: ApiAnswer): Sent {
  if (answer.status === 'not_sent') return { status: 'retry', why: answer.why }
  if (answer.status === 'unknown') return { status: 'unknown', why: 'timeout' }
  return OUTCOMES[answer.code] ?? { status: 'undeliverable', why: 'invalid' }
}

const RATE: Sent = { status: 'retry', after: MINUTE, why: 'rate' }

const OUTCOMES: Readonly<Record<number, Sent>> = {
  [-1]: { status: 'retry', why: 'down' },
  0: { status: 'sent' },
  /** The caller's address is not on the account's list: an operator adds it. */
  40164: { status: 'retry', after: MINUTE, why: 'credentials' },
  /** The resident does not follow the account any more. */
  43004: { status: 'undeliverable', why: 'blocked' },
  45009: { status: 'retry', after: 10 * MINUTE, why: 'quota' },
  45011: RATE,
  /** The 48 hours, or the five messages, are over. */
  45015: { status: 'undeliverable', why: 'window' },
  45047: { status: 'undeliverable', why: 'window' },
  /** The account may not send customer service messages at all: waiting changes nothing. */
  48001: { status: 'undeliverable', why: 'credentials' },
  48002: { status: 'undeliverable', why: 'blocked' },
}
