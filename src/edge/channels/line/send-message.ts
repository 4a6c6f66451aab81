import { createHash } from 'node:crypto'
import type { messagingApi } from '@line/bot-sdk'
import type { DeliveryReason } from '../../../core/contract/channel/delivery-reason.ts'
import { MINUTE, SECOND } from '../../../core/time.ts'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import type { LineAnswer } from './call-line.ts'
import type { LineParts } from './parts.ts'
import type { ReplyToken } from './reply-tokens.ts'

type Message = messagingApi.Message

/** One call to LINE: at most five messages, with a key that is the same at every try. */
export type LineCall = Pick<Sending, 'to' | 'key'> & {
  readonly messages: readonly Message[]
  /** Asked again by the next message anyway. */
  readonly isQuestion: boolean
  readonly until: AbortSignal
}

/** After so long a limit of 2,000 calls a second has surely passed. */
const RATE_REST = 3 * SECOND
/** An operator has to change the token: nothing is lost meanwhile. */
const TOKEN_REST = MINUTE

/**
 * By reply while there is a fresh token, else by push. A push carries its key, so that a second try is
 * no second message. A reply has no such key, but its token is good for one call only: the same token
 * again either sends what did not arrive, or is refused because it did.
 */
export async function sendMessages(parts: LineParts, call: LineCall): Promise<Sent> {
  const { tokens, sink } = parts
  const now = sink.now()
  if (tokens.hasArrived(call.key, now)) return { status: 'sent' }
  const doubted = tokens.doubted(call.key, now)
  if (doubted === 'push') return push(parts, call)
  if (doubted && now > doubted.until) {
    tokens.settle(call.key)
    return call.isQuestion ? { status: 'unknown', why: 'timeout' } : push(parts, call)
  }
  const token = doubted ?? tokens.take(call.to.user, now)
  return token ? reply(parts, call, token, doubted !== null) : push(parts, call)
}

async function reply(
  parts: LineParts,
  call: LineCall,
  token: ReplyToken,
  isAgain: boolean,
): Promise<Sent> {
  const body = { replyToken: token.token, messages: call.messages }
  const answer = await parts.call({ path: '/v2/bot/message/reply', body, until: call.until })
  if (isNoAnswer(answer)) {
    parts.tokens.doubt(call.key, token, parts.sink.now())
    return failed(parts, answer)
  }
  if (answer.status === 400) return refused(parts, call, answer, isAgain)
  const sent = judged(parts, answer, 'reply')
  if (sent.status === 'sent') parts.tokens.arrived(call.key, parts.sink.now())
  // Told to come later, the second try has told nothing about the first.
  if (sent.status === 'undeliverable') parts.tokens.settle(call.key)
  return sent
}

/** At a second try the token is used up because the first one arrived; else it is too old, and was free anyway. */
function refused(
  parts: LineParts,
  call: LineCall,
  { why }: LineAnswer,
  isAgain: boolean,
): Sent | Promise<Sent> {
  parts.breaker.worked()
  if (isAgain && /reply token/i.test(why)) {
    parts.tokens.arrived(call.key, parts.sink.now())
    return { status: 'sent' }
  }
  parts.tokens.settle(call.key)
  return push(parts, call)
}

async function push(parts: LineParts, call: LineCall): Promise<Sent> {
  const body = { to: call.to.user, messages: call.messages }
  const rest = { retryKey: call.key, until: call.until }
  const answer = await parts.call({ path: '/v2/bot/message/push', body, ...rest })
  // A fresh reply token in the meantime must not lead it astray: LINE knows pushes by their keys alone.
  if (isNoAnswer(answer)) parts.tokens.doubt(call.key, 'push', parts.sink.now())
  return judged(parts, answer, 'push')
}

/** What LINE's answer means for the message. */
function judged(parts: LineParts, answer: LineAnswer, how: 'reply' | 'push'): Sent {
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
const isNoAnswer = ({ status }: LineAnswer) => status === 0 || status === 408 || status >= 500

function failed(parts: LineParts, { status }: LineAnswer): Sent {
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

/** The key of the k-th call of one message: the same for ever, as the message's own. */
export function keyOf(key: string, k: number): string {
  if (k === 0) return key
  const hex = createHash('sha256').update(`${key}/${k}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  const cuts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...cuts, `${variant}${hex.slice(18, 20)}`, hex.slice(20, 32)].join('-')
}
