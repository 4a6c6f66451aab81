import type { CaseFile, CaseStatus, Stage } from '../../../core/casework/case-file.ts'
import type { RouteRule } from '../../../core/routing/route.ts'
import type { Urgency } from '../../../core/routing/urgency.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { openFor, placeOf } from './household-key.ts'

/** A case as the desk reads it; household and staff stand in the same district. */
export const CASE_ROW = `select c.id, c.number, c.version, c.status, c.stage, c.street_id,
    c.committee_id, c.queue, c.route->>'rule' as rule, c.grade, c.points_low, c.points_high,
    c.urgency, c.crisis, c.opened_at, c.acknowledge_due, c.contact_due, c.contacted_at, c.channel,
    c.claimed_by, c.conversation_id, c.sealed, h.data_key, s.name as claimed_name
  from help_case c
  join household h on h.district_id = c.district_id and h.id = c.household_id
  left join staff s on s.district_id = c.district_id and s.id = c.claimed_by`

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
  readonly points_low: number | null
  readonly points_high: number | null
  readonly urgency: Urgency
  readonly crisis: string | null
  readonly opened_at: number
  readonly acknowledge_due: number
  readonly contact_due: number
  readonly contacted_at: number | null
  readonly channel: string
  readonly claimed_by: string | null
  readonly claimed_name: string | null
  readonly conversation_id: string | null
  readonly sealed: Buffer | null
  readonly data_key: Buffer | null
}

/** The sealed file of a case; null when it was erased. */
export function fileOf(ring: KeyRing, row: CaseRow): CaseFile | null {
  const key = row.data_key === null ? null : openDataKey(ring, row.data_key)
  return openFor(key, placeOf('help_case', row.id), row.sealed) as CaseFile | null
}

export function waitingCase(row: CaseRow, file: CaseFile | null): WaitingCase {
  const { points_low: low, points_high: high, claimed_by: by } = row
  return {
    number: row.number,
    version: row.version,
    status: row.status,
    stage: row.stage,
    street: row.street_id === '' ? null : row.street_id,
    committee: row.committee_id,
    queue: row.queue,
    reason: row.rule,
    name: file?.name ?? null,
    story: file?.story ?? null,
    grade: row.grade,
    points: low === null || high === null ? null : [low, high],
    urgency: row.urgency,
    crisis: row.crisis,
    openedAt: row.opened_at,
    acknowledgeDue: row.acknowledge_due,
    contactDue: row.contact_due,
    contactedAt: row.contacted_at,
    channel: row.channel,
    claimed: by === null ? null : { id: by, name: row.claimed_name ?? '' },
  }
}
