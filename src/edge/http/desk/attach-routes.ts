import multipart from '@fastify/multipart'
import { Attached } from '../../../core/contract/desk/talk.ts'
import { FILE_LIMIT, FILES_A_MESSAGE } from '../../../core/contract/limits.ts'
import { problem } from '../../../core/errors.ts'
import type { RefusedFile } from '../../../work/ports/files.ts'
import { readForm } from '../files/read-form.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { carries } from './carries.ts'
import { frame, mustAct, OfCase, troubles } from './frame.ts'

/** A few more than are kept, so that the rest is refused with a sentence and not by a broken line. */
const LIMITS = { fileSize: FILE_LIMIT, files: FILES_A_MESSAGE * 2, fields: 2, headerPairs: 20 }

const description = `multipart/form-data: up to six files of at most 5 MB (JPEG, PNG, WebP, PDF, recordings). They
are cleaned and kept with the conversation; the resident sees them once POST …/say names their ids.`

/** Files for a reply (附件). Only who may speak in the conversation adds to it. */
export function attachRoutes(app: App, gate: Gate): void {
  const schema = {
    ...frame,
    params: OfCase,
    consumes: ['multipart/form-data'],
    description,
    response: { 200: Attached, ...troubles },
  }
  void app.register((inner, _options, done) => {
    void inner.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    const form = inner as unknown as App
    form.post('/api/desk/cases/:number/files', { schema }, async (request) => {
      const { staff } = await mustAct(request, gate)
      mustWait(gate.rates.uploads, staff.id, gate)
      const talk = await gate.desk.talkOf(staff, request.params.number)
      const { kept, refused } = await readForm(request, (bytes) =>
        gate.files.keep(talk.conversation, bytes),
      )
      if (kept.length + refused.length === 0) throw problem('bad_request', { field: 'files' })
      const fits = kept.filter(({ kind }) => carries(talk.channel, kind))
      const why = [...refused, ...(fits.length < kept.length ? (['channel'] as const) : [])]
      return {
        kept: fits.map(({ id, kind }) => ({ id, kind, label: labelOf(kind, gate) })),
        refused: why.map((each) => ({ why: each, message: sentenceOf(each, gate) })),
      }
    })
    done()
  })
}

const labelOf = (kind: string, { texts }: Gate) => texts.desk.say(`sent.${kind}`)

const sentenceOf = (why: RefusedFile['why'] | 'channel', { texts }: Gate) =>
  texts.desk.say(`attach.${why}`)
