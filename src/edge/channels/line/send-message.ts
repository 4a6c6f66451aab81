import type { messagingApi } from '@line/bot-sdk'
import type { Sending, Sent } from '../../../work/ports/sender.ts'
import type { LineAnswer } from './call-line.ts'
import { failed, isNoAnswer, judged } from './judge-answer.ts'
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
