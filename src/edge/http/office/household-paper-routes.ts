import type { z } from 'zod'
import { PAPERS } from '../../../core/casework/papers.ts'
import {
  ContactsView,
  PapersView,
  SavePaper,
} from '../../../core/contract/office/household-papers.ts'
import { problem } from '../../../core/errors.ts'
import type { HouseholdTalk } from '../../../work/ports/household-deeds.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing, OfHousehold, troubles } from './frame.ts'
import { contactsView } from './household-contacts-view.ts'

/** Papers (材料), and how the household is reached. */
export function householdPaperRoutes(app: App, gate: Gate): void {
  const { households } = gate.office
  const path = '/api/office/households/:household'

  const list = { ...frame, params: OfHousehold, response: gives(PapersView) }
  app.get(`${path}/papers`, { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household } = request.params
    const talks = await households.talksOf(staff, household)
    const records = await households.listRecords(staff, household, ['document'])
    return { papers: papersView(talks, records) }
  })

  const save = {
    ...{ ...frame, params: OfHousehold, body: SavePaper },
    response: { 204: nothing, ...troubles },
  }
  app.post(`${path}/papers`, { schema: save }, async (request, reply) => {
    const { staff } = await mustAct(request, gate)
    const { household } = request.params
    const { id, version, type, note, receivedOn, file, state } = request.body
    if (file) await mustBeTheirs(await households.talksOf(staff, household), file)
    const what = { state, day: receivedOn, detail: { type, file }, body: { note } }
    if (version === null)
      await households.addRecord(staff, household, { id, kind: 'document', ...what })
    else await households.changeRecord(staff, household, id, version, what)
    return reply.code(204).send(null)
  })

  const reached = { ...frame, params: OfHousehold, response: gives(ContactsView) }
  app.get(`${path}/contacts`, { schema: reached }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { household } = request.params
    return contactsView({
      talks: await households.talksOf(staff, household),
      members: await households.listRecords(staff, household, ['member']),
      events: await households.eventsOf(staff, household),
      readers: await households.readersOf(staff, household),
    })
  })
}

type Paper = z.infer<typeof PapersView>['papers'][number]
type PlacedFile = { readonly id: string; readonly number: string }

async function mustBeTheirs(talks: readonly HouseholdTalk[], file: PlacedFile): Promise<void> {
  const talk = talks.find(({ number }) => number === file.number)
  if (!talk?.files.some(({ id }) => id === file.id)) throw problem('bad_request', { field: 'file' })
}

/** Labelled ones first; files without a label after them. */
export function papersView(
  talks: readonly HouseholdTalk[],
  records: readonly FileRecord[],
): readonly Paper[] {
  const files = talks.flatMap(({ number, files: sent }) =>
    sent.map(({ id, kind, at }) => ({ id, number, kind, at })),
  )
  const labelled = records
    .filter(({ state }) => state === 'kept')
    .map((record) => labelOf(record, files))
  const known = new Set(labelled.map(({ file }) => file?.id))
  const bare = files.filter(({ id }) => !known.has(id))
  return [
    ...labelled,
    ...bare.map(({ at, ...file }) => ({
      ...{ id: null, version: null, type: null, note: null, by: null, file },
      receivedOn: iso(at).slice(0, 10),
    })),
  ]
}

function labelOf(record: FileRecord, files: readonly (PlacedFile & { kind: string })[]): Paper {
  const { id, version, detail, day, body, by } = record
  const { note = null } = (body ?? {}) as { readonly note?: string | null }
  const placed = detail.file as PlacedFile | null | undefined
  const there = placed && files.find((each) => each.id === placed.id)
  return {
    ...{ id, version, note, receivedOn: day, by: by.name },
    type: PAPERS.find((each) => each === detail.type) ?? 'other',
    file: there ? { id: there.id, number: there.number, kind: there.kind } : null,
  }
}
