import type { DeliveryReason } from '../../../core/contract/channel/delivery-reason.ts'
import { MINUTE, SECOND } from '../../../core/time.ts'
import type { Sent } from '../../../work/ports/sender.ts'
import type { LineAnswer } from './call-line.ts'
import type { LineParts } from './parts.ts'

/** After so long a limit of 2,000 calls a second has surely passed. */
const RATE_REST = 3 * SECOND
/** An operator has to change the token: nothing is lost meanwhile. */
const TOKEN_REST = MINUTE

/** What LINE's answer means for the message. */
export function judged(parts: LineParts, answer: LineAnswer, how: 'reply' | 'push'): Sent {
  const { status } = answer
  if (isNoAnswer(answer)) return failed(parts, answer)
  parts.breaker.worked()
  // 409: this key was accepted before.
  if (status < 300 || status === 409) {
    parts.trouble.worked(how)
    return sentAs(answer)
  }
  if (status === 429) return isMonthly(answer) ? quotaSpent(parts) : later('rate', waitOf(answer))
  if (status === 401 || status === 403) {
    parts.trouble.began('credentials')
    return later('credentials', TOKEN_REST)
  }
  parts.sink.report('line_refused', { status, at: placeOf(answer) })
  return { status: 'undeliverable', why: 'invalid' }
}

/** The call may or may not have counted. */
export const isNoAnswer = ({ status }: LineAnswer) =>
  status === 0 || status === 408 || status >= 500

/** No answer: nobody can tell, so the same is tried again. */
export function failed(parts: LineParts, { status }: LineAnswer): Sent {
  parts.breaker.failed(parts.sink.now())
  if (parts.breaker.isOpen()) parts.trouble.began('down')
  return { status: 'retry', why: status === 0 ? 'timeout' : 'down' }
}

function quotaSpent(parts: LineParts): Sent {
  parts.trouble.began('quota')
  return { status: 'undeliverable', why: 'quota' }
}

function later(why: DeliveryReason, after: number): Sent {
  return { status: 'retry', after, why }
}

/** LINE says "You have reached your monthly limit." for the quota, else "The API rate limit …". */
const isMonthly = ({ why }: LineAnswer) => /monthly/i.test(why)

const waitOf = ({ retryAfter }: LineAnswer) => Math.min(retryAfter ?? RATE_REST, MINUTE)

function sentAs({ json }: LineAnswer): Sent {
  const body = json() as { sentMessages?: readonly { id?: unknown }[] } | undefined
  const id = Array.isArray(body?.sentMessages) ? body.sentMessages[0]?.id : undefined
  return typeof id === 'string' ? { status: 'sent', id } : { status: 'sent' }
}

/** The field that LINE found wrong, such as `messages[0].text`: never the words in it. */
function placeOf({ why }: LineAnswer): string {
  return /"property"\s*:\s*"([\w.[\]/]{1,80})"/.exec(why)?.[1] ?? ''
}
