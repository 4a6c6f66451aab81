import { AskResume, ConfirmResume, ResumeAsked, Resumed } from '../../../core/contract/chat.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { problem } from '../../../core/errors.ts'
import { messageOf } from '../chat/message.ts'
import type { App, Gate } from '../parts.ts'
import { askToResume, confirmResume } from './ask.ts'
import { askedPair, digitsOf } from './asked-pair.ts'

const troubles = { 400: Trouble, 413: Trouble, 415: Trouble, 429: Trouble, 503: Trouble }

/** Carrying on in another client: first number and phone, then the code that the old one was told. */
export function resumeApi(app: App, gate: Gate): void {
  const description =
    'A code is told to the client of the talk so far, if number and phone belong together. The answer is the same if not.'
  const ask = {
    tags: ['chat'],
    description,
    body: AskResume,
    response: { 200: ResumeAsked, ...troubles },
  }
  app.post('/api/chat/resume', { schema: ask }, async (request) => {
    const { number, phone } = request.body
    return { token: await askToResume(gate, request.ip, askedPair(number, phone)) }
  })

  const response = { 200: Resumed, 401: Trouble, ...troubles }
  const confirm = { tags: ['chat'], body: ConfirmResume, response }
  app.post('/api/chat/resume/code', { schema: confirm }, async (request) => {
    const { token, code } = request.body
    await confirmResume(gate, request.ip, token, digitsOf(code))
    const talking = await gate.talks.find(token)
    if (!talking) throw problem('not_signed_in', { field: 'code' })
    const messages = await gate.chat.readMessages(talking.id, 0)
    return { conversation: talking.id, messages: messages.map(messageOf) }
  })
}
