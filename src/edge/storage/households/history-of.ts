import type {
  HouseholdEvent,
  Reading,
  RecordVersionLine,
} from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { openFor, placeOf } from '../cases/household-key.ts'
import { rowsOf } from '../pool.ts'
import { casesOfFile, idsOfFile } from './all-of-file.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { keysIn } from './keys-in.ts'

/** The lines of all requests of a file, newest first. */
export async function eventsOf(on: DeskTx, household: string): Promise<readonly HouseholdEvent[]> {
  const { id } = await fileOfHousehold(on, household)
  const rows = await rowsOf<EventRow>(on.tx, EVENTS, [on.staff.district, id])
  const keys = keysIn(on.ring)
  return rows.map(({ sealed, data_key, case: of, ...event }) => ({
    ...event,
    words: openFor(keys(data_key), placeOf('case_event', of, event.seq), sealed),
  }))
}

/** Every version of every record of a file, newest first. */
export async function changesOf(
  on: DeskTx,
  household: string,
): Promise<readonly RecordVersionLine[]> {
  const { id } = await fileOfHousehold(on, household)
  const rows = await rowsOf<VersionRow>(on.tx, VERSIONS, [on.staff.district, id])
  const keys = keysIn(on.ring)
  return rows.map(({ sealed, data_key, by, by_name, ...version }) => ({
    ...version,
    by: { id: by, name: by_name ?? '' },
    body: openFor(keys(data_key), placeOf('file_record', version.id), sealed),
  }))
}

/** Who looked into the file or one of its requests. */
export async function readersOf(on: DeskTx, household: string): Promise<readonly Reading[]> {
  const { id } = await fileOfHousehold(on, household)
  const households = (await idsOfFile(on, id)).map((each) => `household:${each}`)
  const cases = (await casesOfFile(on, id)).map((each) => `case:${each.id}`)
  const rows = await rowsOf<ReadingRow>(on.tx, READINGS, [
    on.staff.district,
    [...households, ...cases],
  ])
  return rows.map(({ actor, name, act, at }) => ({ by: { id: actor, name: name ?? '' }, act, at }))
}

type EventRow = Omit<HouseholdEvent, 'words'> & {
  readonly case: string
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

type VersionRow = Omit<RecordVersionLine, 'by' | 'body'> & {
  readonly by: string
  readonly by_name: string | null
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

type ReadingRow = {
  readonly actor: string
  readonly name: string | null
  readonly act: string
  readonly at: number
}

const EVENTS = {
  name: 'file_events',
  text: `select c.number, c.id as case, e.seq, e.at, e.kind, e.actor, s.name as by, e.detail,
      e.sealed, h.data_key
    from household h
    join help_case c on c.district_id = h.district_id and c.household_id = h.id
    join case_event e on e.district_id = c.district_id and e.case_id = c.id
    left join staff s on s.district_id = e.district_id and s.id::text = e.actor
    where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
    order by e.at desc, c.id, e.seq desc limit 1000`,
}
const VERSIONS = {
  name: 'file_versions',
  text: `select v.id, v.kind, v.state, v.version, v.at, v.by, s.name as by_name, v.sealed, v.data_key
    from (
      select r.id, r.kind, r.state, r.version, r.changed_at as at, r.changed_by as by, r.sealed,
        h.data_key, r.district_id
      from household h
      join file_record r on r.district_id = h.district_id and r.household_id = h.id
      where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
      union all
      select p.id, r.kind, p.state, p.version, p.at, p.by, p.sealed, h.data_key, p.district_id
      from household h
      join file_record r on r.district_id = h.district_id and r.household_id = h.id
      join file_record_past p on p.district_id = r.district_id
        and p.household_id = r.household_id and p.id = r.id
      where h.district_id = $1 and (h.id = $2 or h.merged_into = $2)
    ) v
    left join staff s on s.district_id = v.district_id and s.id::text = v.by
    order by v.at desc, v.id, v.version desc limit 1000`,
}
const READINGS = {
  name: 'file_readings',
  text: `select a.actor, s.name, a.act, a.at from audit a
    left join staff s on s.district_id = a.district_id and s.id::text = a.actor
    where a.district_id = $1 and a.object = any($2::text[])
      and a.act in ('household.read', 'household.revealed', 'household.exported', 'case.read',
        'case.revealed')
    order by a.at desc, a.seq desc limit 20`,
}
