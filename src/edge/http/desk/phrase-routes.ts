import { z } from 'zod'
import { NewPhrase, Phrase, Phrases, PhraseWords } from '../../../core/contract/desk/phrases.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, mustAct, nothing, troubles } from './frame.ts'

/** Saved phrases (快捷短语). */
export function phraseRoutes(app: App, gate: Gate): void {
  const { desk } = gate
  const list = { ...frame, response: { 200: Phrases, ...troubles } }
  app.get('/api/desk/phrases', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { phrases: [...(await desk.listPhrases(staff))] }
  })

  const add = { ...frame, body: NewPhrase, response: { 200: Phrase, ...troubles } }
  app.post('/api/desk/phrases', { schema: add }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return desk.addPhrase(staff, request.body)
  })

  const change = {
    ...frame,
    params: OfPhrase,
    body: PhraseWords,
    response: { 200: Phrase, ...troubles },
  }
  app.post('/api/desk/phrases/:id', { schema: change }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return desk.changePhrase(staff, request.params.id, request.body)
  })

  const drop = { ...frame, params: OfPhrase, response: { 204: nothing, ...troubles } }
  app.delete('/api/desk/phrases/:id', { schema: drop }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    await desk.dropPhrase(staff, request.params.id)
    return reply.code(204).send(null)
  })
}

const OfPhrase = z.strictObject({ id: z.guid().describe('Id of the phrase.') })
