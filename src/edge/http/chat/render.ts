import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Shown } from '../../../work/ports/chat.ts'
import { readCookie } from '../cookies.ts'
import type { Html } from '../html.ts'
import type { Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { languageOf, pageTexts } from './language.ts'
import { messageOf } from './message.ts'
import { chatPageOf } from './page.ts'
import { sizeOf } from './size.ts'
import { CHAT_COOKIE, keepTalking } from './talking.ts'
import type { Talking } from './talks.ts'
import type { ChatView } from './view.ts'

/** The talk of this browser, or a new one. `messages` only when it has just begun. */
export async function continueOrOpen(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  street: string | undefined,
): Promise<{ readonly talking: Talking; readonly messages?: readonly Shown[] }> {
  const token = readCookie(request, CHAT_COOKIE)
  const talking = token === undefined ? null : await gate.talks.find(token)
  if (talking) return { talking }
  mustWait(gate.rates.opened, request.ip, gate)
  const place = street !== undefined && gate.isPlace(street) ? street : undefined
  const opened = await gate.talks.open('web', place, languageOf(request, gate))
  keepTalking(request, reply, opened.token)
  return opened
}

/** The page with these messages; `given` is what goes back into the form, and why. */
export function pageOf(
  request: FastifyRequest,
  gate: Gate,
  { id: talk }: Talking,
  shown: readonly Shown[],
  given: Pick<ChatView, 'draft' | 'note'> = {},
): Html {
  const messages = shown.map(messageOf)
  const language = languageOf(request, gate)
  const view = { talk, messages, size: sizeOf(request), language, id: randomUUID, ...given }
  return chatPageOf(view, gate, pageTexts(request, gate))
}
