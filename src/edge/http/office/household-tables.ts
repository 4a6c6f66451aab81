import { isApart } from '../../../core/casework/apart-kinds.ts'
import type { Member } from '../../../core/casework/member.ts'
import type { ExportedFile } from '../../../core/contract/office/household-export.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import { maskId } from '../../../core/people/mask-id.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord, HouseholdHead } from '../../../work/ports/household-files.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { contactsView } from './household-contacts-view.ts'
import { papersView } from './household-paper-routes.ts'
import { masked, timelineOf, wordsOf } from './household-timeline-view.ts'

type Table = ExportedFile['tables'][number]
type Rows = Table['rows']

/** Everything that a file holds, as tables of codes and words; `hidden` masks numbers, for what lies on a desk. */
export async function exportTables(
  gate: Gate,
  staff: Staff,
  head: HouseholdHead,
  hidden: boolean,
): Promise<readonly Table[]> {
  const tables = await allTables(gate, staff, head, hidden)
  return hidden ? tables.map(withoutNumbers) : tables
}

/** Numbers stand in stories and notes, too. */
const withoutNumbers = ({ part, rows }: Table): Table => ({
  part,
  rows: rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'string' ? masked(cell) : cell,
      ]),
    ),
  ),
})

async function allTables(
  gate: Gate,
  staff: Staff,
  head: HouseholdHead,
  hidden: boolean,
): Promise<readonly Table[]> {
  const { households, file } = gate.office
  const records = await households.listRecords(staff, head.id)
  const talks = await households.talksOf(staff, head.id)
  const events = await households.eventsOf(staff, head.id)
  const changes = await households.changesOf(staff, head.id)
  const { lines } = await file.ledger(staff, head.id)
  const needs = await file.needs(staff, head.id)
  const course = await file.course(staff, head.id)
  const of = (kind: string) => records.filter((record) => record.kind === kind)
  const shown = (phone: string | null) =>
    phone !== null && hidden ? maskPhone(phone.replaceAll(/\D/g, '')) : phone
  const consents = contactsView({ talks, members: [], events, readers: [] }).consents
  return [
    {
      part: 'cases',
      rows: talks.map(({ number, openedAt, name, phone, address, story }) => ({
        ...{ number, at: iso(openedAt), name, phone: shown(phone), address, story },
        status: head.cases.find((each) => each.number === number)?.status ?? null,
      })),
    },
    { part: 'members', rows: of('member').map((record) => memberRow(record, hidden)) },
    {
      part: 'assessments',
      rows: course.map(({ at, number, kind, by, model, points, grade, indicators }) => ({
        ...{ at: iso(at), number, kind, by, model, grade, points: points.join('–') },
        deprived: indicators.flatMap(({ code, value }) => (value ? [code] : [])).join(' '),
      })),
    },
    {
      part: 'needs',
      rows: needs.map(({ code, words, state, urgency, source, quote }) => ({
        ...{ code, words, state, urgency, source, quote },
      })),
    },
    {
      part: 'benefits',
      rows: lines.map(({ id: _id, version: _version, needs: codes, amount, ...line }) => ({
        ...{ ...line, needs: codes.join(' '), yuan: amount === null ? null : amount / 100 },
      })),
    },
    { part: 'services', rows: of('service').map((record) => recordRow(record, hidden)) },
    {
      part: 'papers',
      rows: papersView(talks, of('document')).map(({ type, note, receivedOn, by, file: sent }) => ({
        ...{ type, note, receivedOn, by, number: sent?.number ?? null },
      })),
    },
    {
      part: 'consents',
      rows: consents.map(({ notice, ...consent }) => (hidden ? consent : { ...consent, notice })),
    },
    {
      part: 'records',
      rows: records
        .filter(({ kind }) => !OWN_TABLE.includes(kind) && !isApart(kind))
        .map((record) => recordRow(record, hidden)),
    },
    {
      part: 'timeline',
      rows: timelineOf(events, changes, gate).map(
        ({ at, by, number, kind, state, version, sentence, words }) => ({
          ...{ at, by, number, state, version, sentence, words },
          kind: hidden && sentence !== null ? null : kind,
        }),
      ),
    },
  ]
}

/** Kinds that stand in a table of their own. */
const OWN_TABLE = ['member', 'need', 'benefit', 'service', 'document']

function memberRow({ state, detail, body }: FileRecord, hidden: boolean): Rows[number] {
  const { phone = null, idNumber = null, ...member } = (body ?? {}) as Partial<Member>
  const hide = (value: string | null, mask: (whole: string) => string) =>
    value !== null && hidden ? mask(value) : value
  return {
    ...{ ...member, kin: String(detail.kin), state },
    phone: hide(phone, maskPhone),
    idNumber: hide(idNumber, maskId),
  }
}

/** Any record: what all kinds have, and the rest as it is kept. */
function recordRow(record: FileRecord, hidden: boolean): Rows[number] {
  const { kind, state, day, dueOn, amount, detail, body, by, at } = record
  return {
    ...{ kind, state, day, dueOn, yuan: amount === null ? null : amount / 100 },
    ...{ by: by.name, at: iso(at), owner: record.owner?.name ?? null },
    ...(hidden
      ? { body: wordsOf(body) }
      : { detail: JSON.stringify(detail), body: JSON.stringify(body) }),
  }
}
