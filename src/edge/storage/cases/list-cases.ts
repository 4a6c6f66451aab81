import type { QueueFilter, QueueList } from '../../../core/casework/desk-lists.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { AuditEntry } from '../../../work/ports/audit.ts'
import type { QueueAsk, QueueFound } from '../../../work/ports/desk.ts'
import { listed } from '../audit/listed.ts'
import { timestamp } from '../column-types.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { admitOffered, offeredTo } from './admit-offered.ts'
import { type CaseRow, cardOf, caseRow, deskRow, keyOf } from './desk-row.ts'
import { OPEN, overdue } from './overdue.ts'
import { ORDER_COLUMNS, QUEUE_ORDER } from './queue-order.ts'
import { streetsOf } from './scope.ts'
import { lookUp } from './search-index.ts'

/** One page; nobody works through more at a glance. */
const PAGE = 50

/** Pages further than this are no work list any more: one filters. */
const FARTHEST = 5_000

/** A list as everybody sees it who may see the same streets. */
export type Listed = Omit<QueueFound, 'lists' | 'wakes'> & {
  readonly lists: Pick<QueueFound['lists'], 'waiting' | 'late'>
}

/** What waits for these streets, or what this person has, in order. It shows names: who gives it out records that. */
export async function listCases(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  ask: QueueAsk,
  at: Instant,
): Promise<Listed> {
  const scope = scopeOf(staff, ask.street)
  const own = scope ?? []
  if (own.length > 0) await admitOffered(tx, await offeredTo(tx, staff.district, own))
  const from = Math.min(Number.parseInt(ask.after ?? '0', 10) || 0, FARTHEST)
  const all = ask.q?.trim()
    ? await searched(tx, ring, staff, ask, scope, at)
    : await inOrder(tx, staff, ask, scope, at, from + PAGE + 1)
  const ids = all.slice(from, from + PAGE)
  const rows = ids.length > 0 ? await rowsOf<CaseRow>(tx, ROWS, [staff.district, ids]) : []
  const counts = await countsOf(tx, staff, ask, scope, at)
  return {
    rows: rows.map((row) => deskRow(row, cardOf(keyOf(ring, row), row), staff)),
    next: all.length > from + PAGE ? String(from + PAGE) : null,
    ...counts,
  }
}

/** How many of a list are one's own, and when the next that was put aside comes back. */
export async function ownCounts(
  tx: Tx,
  { district, id }: Pick<Staff, 'district' | 'id'>,
  at: Instant,
): Promise<Own> {
  const row = await rowOf<Own>(tx, OWN, [district, timestamp(at), id])
  return row ?? { mine: 0, wakes: null }
}

type Own = Pick<QueueFound['lists'], 'mine'> & Pick<QueueFound, 'wakes'>

/** What of a list is the same for all who may see the same; null for one's own cases. */
export function sharedKey({ district, role, streets }: Staff, ask: QueueAsk): string | null {
  return ask.list === 'mine' ? null : JSON.stringify([district, role, streets, ask])
}

/** Null = the whole district; a foreign street is no street. */
function scopeOf(staff: Staff, street: string | undefined): readonly string[] | null {
  const streets = streetsOf(staff)
  if (!street) return streets
  return streets === null || streets.includes(street) ? [street] : []
}

async function inOrder(
  tx: Tx,
  staff: Staff,
  { list, filter, owner = staff.id }: QueueAsk,
  scope: readonly string[] | null,
  at: Instant,
  most: number,
): Promise<readonly string[]> {
  const statement = scope === null ? inDistrict(list, filter) : inStreets(list, filter)
  const rows = await rowsOf<{ id: string }>(tx, statement, [
    staff.district,
    most,
    ...(scope === null ? [] : [scope]),
    timestamp(at),
    owner,
  ])
  return rows.map(({ id }) => id)
}

/** Closed ones are found too: somebody asks for exactly this person. */
async function searched(
  tx: Tx,
  ring: KeyRing,
  staff: Staff,
  { list, filter, q = '', owner = staff.id }: QueueAsk,
  scope: readonly string[] | null,
  at: Instant,
): Promise<readonly string[]> {
  const matches = await lookUp(tx, ring, staff.district, scope, q)
  if (matches.length === 0) return []
  const rows = await rowsOf<{ id: string }>(tx, amongMatches(list, filter, scope === null), [
    staff.district,
    matches,
    timestamp(at),
    owner,
    ...(scope === null ? [] : [scope]),
  ])
  return rows.map(({ id }) => id)
}

async function countsOf(
  tx: Tx,
  staff: Staff,
  { list, owner = staff.id }: QueueAsk,
  scope: readonly string[] | null,
  at: Instant,
): Promise<Pick<Listed, 'counts' | 'lists'>> {
  const row = await rowOf<Counts>(tx, counting(list, scope === null), [
    staff.district,
    timestamp(at),
    owner,
    ...(scope === null ? [] : [scope]),
  ])
  const { waiting, late, ...counts } = row ?? NOTHING
  return { counts, lists: { waiting, late } }
}

type Counts = QueueFound['counts'] & Listed['lists']

const NOTHING: Counts = {
  ...{ all: 0, overdue: 0, today: 0, high: 0, unfinished: 0, transferred: 0, crisis: 0 },
  ...{ snoozed: 0, waiting: 0, late: 0 },
}

/** That somebody looked at a list, and whose names stood in it. */
export function readOf(
  staff: Staff,
  list: QueueList,
  rows: Listed['rows'],
  at: Instant,
): AuditEntry {
  const object = `${list}:${rows.map(({ number }) => number).join(',')}`
  return listed(staff, { act: 'case.listed', object, fields: ['name', 'story'] }, at)
}

/** `me` is the place of the staff id among the values. */
function standsIn(list: QueueList, me: string): string {
  if (list === 'waiting') return `status in ('waiting', 'unfinished')`
  if (list === 'mine') return `status = 'claimed' and claimed_by = ${me}`
  return OPEN
}

/** Put aside (稍后) and not late: what is late comes back whatever was said. `now` as below. */
const aside = (now: string) => `(snoozed_until > ${now} and not ${overdue(now)})`

/** What I have put aside is out of my list; in every other list it stands where it stood. */
function shown(list: QueueList, filter: QueueFilter | undefined, me: string, now: string): string {
  const hides = list === 'mine' && filter !== 'snoozed'
  return `${standsIn(list, me)}${hides ? ` and not coalesce(${aside(now)}, false)` : ''}`
}

/** The filters above the queue; `now` is the place of the time among the values. */
const filters = (now: string): Readonly<Record<QueueFilter, string>> => ({
  overdue: overdue(now),
  today: `urgency in ('now', 'same_day')`,
  high: `grade_high = 'high'`,
  unfinished: `status = 'unfinished'`,
  transferred: 'offered_to is not null',
  crisis: `crisis in ('high', 'imminent')`,
  snoozed: aside(now),
})

const filtered = (filter: QueueFilter | undefined, now: string) =>
  filter ? `and ${filters(now)[filter]}` : ''

/** Each street along its index, the heads merged; what is offered to these streets stands among them. */
function inStreets(list: QueueList, filter: QueueFilter | undefined) {
  const more = filtered(filter, '$4')
  return {
    name: `desk_${list}_${filter ?? 'all'}`,
    text: `select id from (
        select ${ORDER_COLUMNS} from unnest($3::text[]) as s (street),
          lateral (select ${ORDER_COLUMNS} from help_case
                   where district_id = $1 and street_id = s.street and ${shown(list, filter, '$5::uuid', '$4')} ${more}
                   order by ${QUEUE_ORDER} limit $2) heads
        union all
        select ${ORDER_COLUMNS} from help_case
          where district_id = $1 and offered_to = any($3::text[])
            and not street_id = any($3::text[]) and ${OPEN} ${more}
            and ($5::uuid is not null and '${list}' <> 'mine' and $4::timestamptz is not null)
      ) found order by ${QUEUE_ORDER} limit $2`,
  }
}

function inDistrict(list: QueueList, filter: QueueFilter | undefined) {
  return {
    name: `desk_district_${list}_${filter ?? 'all'}`,
    text: `select id from help_case
      where district_id = $1 and ${shown(list, filter, '$4::uuid', '$3')} ${filtered(filter, '$3')}
        and $3::timestamptz is not null and $4::uuid is not null
      order by ${QUEUE_ORDER} limit $2`,
  }
}

function amongMatches(list: QueueList, filter: QueueFilter | undefined, whole: boolean) {
  const stands = list === 'all' ? 'true' : standsIn(list, '$4::uuid')
  const scope = whole ? '' : 'and (street_id = any($5::text[]) or offered_to = any($5::text[]))'
  return {
    name: `desk_search_${list}_${filter ?? 'all'}_${whole ? 'district' : 'streets'}`,
    text: `select id from help_case
      where district_id = $1 and id = any($2::uuid[]) and ${stands} ${filtered(filter, '$3')} ${scope}
        and $3::timestamptz is not null and $4::uuid is not null
      order by ${QUEUE_ORDER} limit 200`,
  }
}

/** The index help_case_counts holds these: counting thousands reads no row. */
const COUNTED = `status, offered_to, claimed_by, snoozed_until, acknowledged_at, acknowledge_due,
  contacted_at, contact_due, contact_tries, urgency, crisis, grade_high`

function counting(list: QueueList, whole: boolean) {
  const each = Object.entries(filters('$2')).map(
    ([name, condition]) =>
      `count(*) filter (where ${stands(list, name)} and ${condition})::int as "${name}"`,
  )
  const open = (where: string) =>
    `select ${COUNTED} from help_case where district_id = $1 and ${OPEN} ${where}`
  const from = whole
    ? open('')
    : `${open('and street_id = any($4::text[])')}
       union all ${open('and offered_to = any($4::text[]) and not street_id = any($4::text[])')}`
  return {
    name: `desk_counts_${list}_${whole ? 'district' : 'streets'}`,
    text: `select count(*) filter (where ${stands(list)})::int as "all", ${each.join(', ')},
        count(*) filter (where ${standsIn('waiting', '')})::int as waiting,
        count(*) filter (where ${standsIn('waiting', '')} and ${overdue('$2')})::int as late
      from (${from}) found where $2::timestamptz is not null and $3::uuid is not null`,
  }
}

/** Along the index help_case_mine: a few. */
const OWN = {
  name: 'desk_counts_own',
  text: `select count(*) filter (where ${shown('mine', undefined, '$3::uuid', '$2')})::int as mine,
    min(snoozed_until) filter (where ${aside('$2')}) as wakes
  from help_case where district_id = $1 and ${standsIn('mine', '$3::uuid')}
    and $2::timestamptz is not null`,
}

const stands = (list: QueueList, filter?: string) =>
  `(${shown(list, filter as QueueFilter | undefined, '$3::uuid', '$2')})`

const ROWS = {
  name: 'desk_rows',
  text: `${caseRow('c.card, case when c.card is null then c.sealed end as sealed')}
    where c.district_id = $1 and c.id = any($2::uuid[])
    order by ${QUEUE_ORDER.replaceAll(
      /\b(crisis_rank|breached_at|urgency_rank|contact_due|points_high|opened_at|id)\b/g,
      'c.$1',
    )}`,
}
