import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isProblem } from '../../../core/errors.ts'
import { pageTexts } from '../chat/language.ts'
import { continueOrOpen, pageOf } from '../chat/render.ts'
import { said } from '../chat/said.ts'
import type { Talking } from '../chat/talks.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import type { Texts } from '../texts.ts'
import { keepFor } from './keep-for.ts'
import { readForm, type SentForm } from './read-form.ts'
import { tellFiles } from './tell-files.ts'

/** Words and files from the page without JavaScript, in one form. What cannot be taken comes back. */
export function sayForm(app: App, gate: Gate): void {
  app.post('/chat/say', { schema: { hide: true } }, async (request, reply) => {
    mustBeSameOrigin(request)
    const { talking } = await continueOrOpen(request, reply, gate, undefined)
    mustWait(gate.rates.conversation, talking.id, gate)
    const form = await readForm(request, keepFor(gate, request, talking))
    const texts = pageTexts(request, gate)
    const note = (await tellWords(gate, talking, form, texts)) ?? noteOf(form, texts)
    if (form.kept.length > 0) await tellFiles(gate.talks, talking, idOf(form), form.kept)
    if (note === undefined) return reply.redirect('/#now', 303)
    return showAgain(request, reply, gate, talking, note)
  })
}

type Note = { readonly note: string; readonly draft?: string }

/** A note with the words themselves, when they are too many to be taken at once. */
async function tellWords(
  gate: Gate,
  talking: Talking,
  form: SentForm,
  { say }: Texts,
): Promise<Note | undefined> {
  const { text: typed = '' } = form.fields
  try {
    const text = said(typed)
    if (text.trim() === '') return isEmpty(form) ? { note: say('state.nothing') } : undefined
    await gate.talks.tell(talking, idOf(form), { kind: 'text', text })
    return undefined
  } catch (error) {
    if (!isProblem(error) || error.code !== 'too_large') throw error
    return { note: say('too_long'), draft: typed }
  }
}

const isEmpty = ({ kept, refused }: SentForm) => kept.length + refused.length === 0

function noteOf({ refused }: SentForm, { say }: Texts): Note | undefined {
  const sentences = new Set(refused.map((why) => say(`files.${why}`)))
  return sentences.size === 0 ? undefined : { note: [...sentences].join(' ') }
}

async function showAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  talking: Talking,
  note: Note,
) {
  const shown = await gate.chat.readMessages(talking.id, 0)
  return sendPage(reply, pageOf(request, gate, talking, shown, note))
}

/** The same form sent twice is one message. */
function idOf({ fields }: SentForm): string {
  const id = z.guid().safeParse(fields.id)
  return id.success ? id.data : randomUUID()
}
