import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Meant, Uploaded } from '../../../core/contract/chat.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { problem } from '../../../core/errors.ts'
import type { RefusedFile } from '../../../work/ports/files.ts'
import { pageTexts } from '../chat/language.ts'
import { messageOf } from '../chat/message.ts'
import { mustTalk } from '../chat/talking.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import type { Texts } from '../texts.ts'
import { keepFor } from './keep-for.ts'
import { readForm } from './read-form.ts'
import { tellFiles } from './tell-files.ts'

const description = `multipart/form-data: \`id\` (a UUID made by the client; sent again, it is one message) and up to
six files of at most 5 MB: pictures (JPEG, PNG, WebP), recordings (WebM, Ogg, MP4, WAV, up to 60 s), PDF. What a file is
is told by its bytes. Pictures are drawn anew, without place and time.`

/** Pictures, recordings and papers come into the conversation. */
export function upload(app: App, gate: Gate): void {
  const troubles = { 400: Trouble, 401: Trouble, 413: Trouble, 415: Trouble, 429: Trouble }
  const schema = {
    tags: ['chat'],
    security: [{ conversation: [] }],
    consumes: ['multipart/form-data'],
    querystring: Meant,
    description,
    response: { 200: Uploaded, ...troubles, 503: Trouble },
  }
  app.post('/api/chat/files', { schema }, async (request, reply) => {
    const talking = await mustTalk(request, gate)
    mustWait(gate.rates.uploads, talking.id, gate)
    const form = await readForm(request, keepFor(gate, request, talking))
    const id = z.guid().safeParse(form.fields.id)
    if (!id.success) throw problem('bad_request', { field: 'id' })
    const [first] = form.refused
    const texts = pageTexts(request, gate)
    if (form.kept.length === 0) return none(reply, texts, first)
    const messages = await tellFiles(gate.talks, talking, id.data, form.kept)
    return {
      messages: messages.map(messageOf),
      kept: form.kept.map((file) => file.id),
      refused: form.refused.map((why) => ({ why, message: texts.say(`files.${why}`) })),
    }
  })
}

/** Nothing came that could be kept: the reason, as a sentence for people. */
function none(reply: FastifyReply, { say }: Texts, why: RefusedFile['why'] | undefined) {
  if (why === undefined) throw problem('bad_request', { field: 'files' })
  const large = why === 'too_large' || why === 'full'
  const code = large ? 'too_large' : 'unsupported_type'
  const message = say(`files.${why}`)
  return reply.code(large ? 413 : 415).send({ code, message, field: 'files' })
}
