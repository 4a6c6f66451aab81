import type { CaseFile, CaseStatus, Stage } from '../../../core/casework/case-file.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { RouteRule } from '../../../core/routing/route.ts'
import type { Urgency } from '../../../core/routing/urgency.ts'
import type { DeskRow, OpenTransfer } from '../../../work/ports/desk.ts'
import type { DataKey, KeyRing } from '../seal/key-ring.ts'
import { openedKey } from '../seal/opened-keys.ts'
import { openFor, placeOf } from './household-key.ts'
import { openNoted } from './noted.ts'
import { type Card, openCard } from './seal-card.ts'

/** A case as the desk reads it; household, staff and open transfer stand in the same district. */
export const caseRow = (
  sealed: string,
) => `select c.id, c.number, c.version, c.status, c.stage, c.street_id,
    c.committee_id, c.queue, c.route->>'rule' as rule, c.grade, c.grade_low, c.grade_high,
    c.points_low, c.points_high, c.urgency, c.crisis, c.crisis_type, c.opened_at,
    c.acknowledge_due, c.contact_due, c.acknowledged_at, c.contacted_at, c.breached_at,
    c.confirmed_at, c.channel, c.source, c.claimed_by, c.claimed_at, c.contact_tries, c.sample,
    c.offered_to, c.outcome, c.closed_at, c.recheck_on::text as recheck_on, c.conversation_id,
    c.household_id, c.noted, c.snoozed_until, ${sealed}, h.data_key, s.name as claimed_name,
    t.id as transfer_id, t.street_id as transfer_from, t.to_street as transfer_to,
    t.reason as transfer_reason, t.parts as transfer_parts, t.at as transfer_at,
    t.sealed as transfer_note, ft.name as transfer_by, tt.name as transfer_for
  from help_case c
  left join household h on h.district_id = c.district_id and h.id = c.household_id
  left join staff s on s.district_id = c.district_id and s.id = c.claimed_by
  left join transfer t on c.offered_to is not null and t.district_id = c.district_id
    and t.case_id = c.id and t.state = 'pending'
  left join staff ft on ft.district_id = t.district_id and ft.id = t.from_staff
  left join staff tt on tt.district_id = t.district_id and tt.id = t.to_staff`

export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: CaseStatus
  readonly stage: Stage
  readonly street_id: string
  readonly committee_id: string | null
  readonly queue: string
  readonly rule: RouteRule
  readonly grade: string | null
  readonly grade_low: string | null
  readonly grade_high: string | null
  readonly points_low: number | null
  readonly points_high: number | null
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly crisis_type: string | null
  readonly opened_at: number
  readonly acknowledge_due: number
  readonly contact_due: number
  readonly acknowledged_at: number | null
  readonly contacted_at: number | null
  readonly breached_at: number | null
  readonly confirmed_at: number | null
  readonly channel: string
  readonly source: string
  readonly claimed_by: string | null
  readonly claimed_at: number | null
  readonly claimed_name: string | null
  readonly contact_tries: number
  readonly sample: boolean
  readonly offered_to: string | null
  readonly outcome: string | null
  readonly closed_at: number | null
  readonly recheck_on: string | null
  readonly conversation_id: string | null
  readonly household_id: string
  readonly sealed: Buffer | null
  readonly card: Buffer | null
  readonly noted: Buffer | null
  readonly snoozed_until: number | null
  readonly data_key: Buffer | null
  readonly transfer_id: string | null
  readonly transfer_from: string
  readonly transfer_to: string
  readonly transfer_reason: string
  readonly transfer_parts: readonly string[]
  readonly transfer_at: number
  readonly transfer_note: Buffer | null
  readonly transfer_by: string | null
  readonly transfer_for: string | null
}

/** The key of the household of a case; null when it was erased or is not to be seen. */
export function keyOf(ring: KeyRing, row: Pick<CaseRow, 'data_key'>): DataKey | null {
  return row.data_key === null ? null : openedKey(ring, row.data_key)
}

/** The sealed file of a case, with what advisers noted since; null when it was erased. */
export function fileOf(
  key: DataKey | null,
  row: Pick<CaseRow, 'id' | 'sealed'> & Partial<Pick<CaseRow, 'noted'>>,
): CaseFile | null {
  const file = openFor(key, placeOf('help_case', row.id), row.sealed) as CaseFile | null
  return file && { ...file, ...openNoted(key, row.id, row.noted ?? null) }
}

/** What a list shows; from the file itself for a case that has no card yet. */
export function cardOf(
  key: DataKey | null,
  row: Pick<CaseRow, 'id' | 'sealed' | 'card'> & Partial<Pick<CaseRow, 'noted'>>,
): Card | null {
  if (key === null || row.card === null) return fileOf(key, row)
  return { ...openCard(key, row.id, row.card), ...openNoted(key, row.id, row.noted ?? null) }
}

export function deskRow(row: CaseRow, file: Card | null, staff: Staff): DeskRow {
  const { points_low: low, points_high: high, grade_low, grade_high, claimed_by: by } = row
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    status: row.status,
    stage: row.stage,
    street: row.street_id === '' ? null : row.street_id,
    committee: row.committee_id,
    queue: row.queue,
    reason: row.rule,
    name: file?.name ?? null,
    phone: file?.phone ? maskPhone(file.phone.replaceAll(/\D/g, '')) : null,
    forWhom: file?.forWhom ?? null,
    story: file?.story ?? null,
    stoppedAt: row.status === 'unfinished' ? (file?.stoppedAt ?? null) : null,
    grade: row.grade,
    gradeRange: grade_low === null || grade_high === null ? null : [grade_low, grade_high],
    points: low === null || high === null ? null : [low, high],
    confirmedAt: row.confirmed_at,
    urgency: row.urgency,
    crisis: row.crisis,
    crisisType: row.crisis_type,
    openedAt: row.opened_at,
    acknowledgeDue: row.acknowledge_due,
    acknowledgedAt: row.acknowledged_at,
    contactDue: row.contact_due,
    contactedAt: row.contacted_at,
    breachedAt: row.breached_at,
    channel: row.channel,
    source: row.source,
    tries: row.contact_tries,
    snoozedUntil: row.snoozed_until,
    claimed: by === null ? null : { id: by, name: row.claimed_name ?? '' },
    claimedAt: row.claimed_at,
    transfer: transferOf(row, staff),
    sample: row.sample,
  }
}

function transferOf(row: CaseRow, { streets }: Staff): OpenTransfer | null {
  if (row.transfer_id === null) return null
  return {
    id: row.transfer_id,
    direction:
      streets.includes(row.transfer_to) && !streets.includes(row.transfer_from) ? 'in' : 'out',
    fromStreet: row.transfer_from,
    fromPerson: row.transfer_by,
    toStreet: row.transfer_to,
    toPerson: row.transfer_for,
    reason: row.transfer_reason,
    parts: row.transfer_parts,
    note: null,
    at: row.transfer_at,
  }
}
