import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { kindOf } from '../../../core/contract/studio/document-kinds.ts'
import {
  Checked,
  type DocumentKind,
  Documents,
  DraftConflict,
  Drafted,
  OfDocument,
  OpenedDocument,
  SaveDraft,
  SavedDraft,
} from '../../../core/contract/studio/documents.ts'
import { PROBLEMS, problem } from '../../../core/errors.ts'
import type { DocumentEntry, Saved } from '../../../work/ports/studio.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { DOCUMENT_LIMIT, frame, gives, iso, mustAct } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

/** Documents and their drafts. */
export function documentRoutes(app: App, gate: StudioGate): void {
  const { studio } = gate

  const list = { ...frame, response: gives(Documents) }
  app.get('/api/studio/documents', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { documents: (await studio.list(staff)).map(entryView) }
  })

  const open = { ...frame, querystring: OfDocument, response: gives(OpenedDocument) }
  app.get('/api/studio/document', { schema: open }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const opened = await studio.open(staff, known(request.query.path))
    const { text, base, shipped, version, mayEdit } = opened
    return { ...entryView(opened), text, base, shipped, version, mayEdit }
  })

  const saves = { ...gives(SavedDraft), 409: DraftConflict }
  const save = { ...frame, querystring: OfDocument, body: SaveDraft, response: saves }
  const large = { bodyLimit: DOCUMENT_LIMIT }
  app.put('/api/studio/document', { schema: save, ...large }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const saved = await studio.save(staff, known(request.query.path), request.body)
    return saved.saved ? { version: saved.version } : conflict(reply, saved)
  })

  const away = {
    ...{ ...frame, querystring: OfDocument, body: SaveDraft.pick({ version: true }) },
    response: saves,
  }
  app.post('/api/studio/document/put-away', { schema: away }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const saved = await studio.putAway(staff, known(request.query.path), request.body.version)
    return saved.saved ? { version: saved.version } : conflict(reply, saved)
  })

  const check = { ...frame, body: Drafted, response: gives(Checked) }
  app.post('/api/studio/check', { schema: check, ...large }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return studio.check(staff, request.body)
  })
}

/** Somebody else saved in between: both texts, so that nothing is lost whatever is chosen. */
function conflict(reply: FastifyReply, { other }: Extract<Saved, { saved: false }>) {
  const { text, version, by, at } = other
  reply.code(409)
  return {
    ...{ code: 'stale', message: PROBLEMS.stale.says, by: by.name },
    other: { text, version, by: by.name, at: iso(at) },
  }
}

function known(path: string): string {
  if (kindOf(path) === undefined) throw problem('not_found')
  return path
}

const kindIn = (path: string): z.infer<typeof DocumentKind> => kindOf(path) ?? 'texts'

function entryView({ path, title, draft, published, conflict: both }: DocumentEntry) {
  return {
    ...{ path, kind: kindIn(path), title, published, conflict: both },
    draft: draft && { by: draft.by.name, at: iso(draft.at) },
  }
}
