import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { CaseNumber } from '../../../core/contract/desk/fields.ts'
import { Trouble } from '../../../core/contract/trouble.ts'
import { problem } from '../../../core/errors.ts'
import type { OpenedFile } from '../../../work/ports/files.ts'
import { mustTalk } from '../chat/talking.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'

const params = z.strictObject({ id: z.guid() })
const troubles = { 400: Trouble, 401: Trouble, 404: Trouble, 429: Trouble, 503: Trouble }

/** Residents see what they sent; advisers see it through a case that they may see, on the record. */
export function serveFiles(app: App, gate: Gate): void {
  const own = {
    tags: ['chat'],
    security: [{ conversation: [] }],
    description: 'A file of this conversation.',
    params,
    response: troubles,
  }
  app.get('/api/chat/files/:id', { schema: own }, async (request, reply) => {
    const talking = await mustTalk(request, gate)
    const file = await gate.files.read(talking.id, request.params.id)
    if (!file) throw problem('not_found')
    return sendFile(request, reply, file)
  })

  const desk = {
    tags: ['desk'],
    security: [{ desk: [] }],
    description: 'A file of the conversation of a case. Reading it is audited.',
    params,
    querystring: z.object({ case: CaseNumber }),
    response: troubles,
  }
  app.get('/api/desk/files/:id', { schema: desk }, async (request, reply) => {
    const { staff } = await mustSignIn(request, gate)
    const { id } = request.params
    return sendFile(request, reply, await gate.files.readForDesk(staff, request.query.case, id))
  })
}

/** Strangers' bytes: never guessed at, never run, papers never opened within our own pages. */
function sendFile(request: FastifyRequest, reply: FastifyReply, { kind, type, bytes }: OpenedFile) {
  const how = kind === 'file' ? 'attachment' : 'inline'
  reply.headers({
    'content-type': type,
    'content-disposition': `${how}; filename="${kind}.${ENDINGS[type] ?? 'bin'}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
  })
  const range = rangeOf(request.headers.range, bytes.length)
  if (!range) return reply.send(Buffer.from(bytes))
  const [from, to] = range
  reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`)
  return reply.send(Buffer.from(bytes.subarray(from, to + 1)))
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
}

/** One range, first and last byte; players of iPhones play no recording without it. */
function rangeOf(header: string | undefined, length: number): readonly [number, number] | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined) return null
  const from = Number(first)
  const to = Math.min(last ? Number(last) : length - 1, length - 1)
  return from <= to ? [from, to] : null
}
