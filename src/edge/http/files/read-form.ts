import type { Multipart } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { FILES_A_MESSAGE } from '../../../core/contract/limits.ts'
import { problem } from '../../../core/errors.ts'
import type { Files, KeptFile, RefusedFile } from '../../../work/ports/files.ts'

export type SentForm = {
  readonly fields: Readonly<Record<string, string>>
  readonly kept: readonly KeptFile[]
  readonly refused: readonly RefusedFile['why'][]
}

/**
 * Reads a multipart form as it arrives; each file is kept before the next is read, so that one of
 * them at a time is in memory. A form that breaks off is a `bad_request`.
 */
export async function readForm(request: FastifyRequest, keep: Keep): Promise<SentForm> {
  if (!request.isMultipart()) throw problem('unsupported_type')
  const fields: Record<string, string> = {}
  const files: (KeptFile | RefusedFile)[] = []
  for await (const part of partsOf(request)) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await bytesOf(part)
      // A form without a chosen file sends one that has neither name nor content.
      if (bytes?.length === 0 && part.filename === '') continue
      files.push(await taken(bytes, files.length, keep))
    }
  }
  const kept = files.filter((file) => file.status === 'kept')
  const once = new Map(kept.map((file) => [file.id, file]))
  const refused = files.flatMap((file) => (file.status === 'refused' ? [file.why] : []))
  return { fields, kept: [...once.values()], refused }
}

export type Keep = (bytes: Uint8Array) => ReturnType<Files['keep']>

/** The parser throws errors of its own at a form that is no form. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  const parts = request.parts()
  for (;;) {
    const next = await parts.next().catch((cause: unknown) => {
      throw problem('bad_request', {}, cause)
    })
    if (next.done) return
    yield next.value
  }
}

/** Null when it is larger than a file may be. */
async function bytesOf(
  part: Extract<Multipart, { readonly type: 'file' }>,
): Promise<Buffer | null> {
  const bytes = await part.toBuffer().catch((cause: unknown) => {
    throw problem('bad_request', {}, cause)
  })
  return part.file.truncated ? null : bytes
}

function taken(bytes: Buffer | null, before: number, keep: Keep) {
  if (before >= FILES_A_MESSAGE) return { status: 'refused', why: 'full' } as const
  if (bytes === null) return { status: 'refused', why: 'too_large' } as const
  return keep(bytes)
}
