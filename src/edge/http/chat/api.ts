import { z } from 'zod'
import {
  After,
  ChatStarted,
  Meant,
  Messages,
  SeenMessages,
  SendMessage,
  StartChat,
} from '../../../core/contract/chat.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { problem } from '../../../core/errors.ts'
import type { Incoming } from '../../../core/events/incoming.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { messageOf } from './message.ts'
import { said } from './said.ts'
import { chatStream } from './stream.ts'
import { mustTalk } from './talking.ts'

const troubles = { 400: Trouble, 413: Trouble, 415: Trouble, 429: Trouble, 503: Trouble }
const secured = { tags: ['chat'], security: [{ conversation: [] }] }

/** A resident's conversation for any client: start, say, read, follow. */
export function chatApi(app: App, gate: Gate): void {
  startChat(app, gate)
  sendMessage(app, gate)
  readMessages(app, gate)
  seenMessages(app, gate)
  chatStream(app, gate)
}

function startChat(app: App, gate: Gate): void {
  const response = { 201: ChatStarted, ...troubles }
  const schema = { tags: ['chat'], body: StartChat.nullish(), response }
  app.post('/api/chat/conversations', { schema }, async (request, reply) => {
    const { preset, channel = 'web', language } = request.body ?? {}
    if (preset !== undefined && !gate.isPlace(preset)) {
      throw problem('bad_request', { field: 'preset' })
    }
    mustWait(gate.rates.opened, request.ip, gate)
    const { token, talking, messages } = await gate.talks.open(channel, preset, language)
    reply.code(201)
    return { conversation: talking.id, token, messages: messages.map(messageOf) }
  })
}

function sendMessage(app: App, gate: Gate): void {
  const response = { 200: Messages, 401: Trouble, ...troubles }
  const schema = { ...secured, querystring: Meant, body: SendMessage, response }
  app.post('/api/chat/messages', { schema }, async (request) => {
    const talking = await mustTalk(request, gate)
    mustWait(gate.rates.conversation, talking.id, gate)
    const { messages } = await gate.talks.tell(talking, request.body.id, incomingOf(request.body))
    return { messages: messages.map(messageOf) }
  })
}

function readMessages(app: App, gate: Gate): void {
  const response = { 200: Messages, 400: Trouble, 401: Trouble, 429: Trouble, 503: Trouble }
  const schema = { ...secured, querystring: After, response }
  app.get('/api/chat/messages', { schema }, async (request) => {
    const talking = await mustTalk(request, gate)
    const messages = await gate.chat.readMessages(talking.id, request.query.after)
    return { messages: messages.map(messageOf) }
  })
}

function seenMessages(app: App, gate: Gate): void {
  const response = { 204: z.null(), 401: Trouble, ...troubles }
  const schema = { ...secured, querystring: Meant, body: SeenMessages, response }
  app.post('/api/chat/seen', { schema }, async (request, reply) => {
    const talking = await mustTalk(request, gate)
    await gate.chat.seen(talking.id, request.body.seq)
    return reply.code(204).send(null)
  })
}

function incomingOf(body: SendMessage): Incoming {
  if ('option' in body) return { kind: 'tap', option: said(body.option) }
  const text = said(body.text)
  if (text.trim() === '') throw problem('bad_request', { field: 'text' })
  return { kind: 'text', text }
}
