import { randomUUID } from 'node:crypto'
import type { PlannedFollowUp } from '../../../core/casework/follow-up.ts'
import type { Day } from '../../../core/time.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import type { Held } from '../cases/hold-case.ts'
import { addRecord, changeRecord } from '../households/write-record.ts'
import { rowsOf } from '../pool.ts'

/**
 * With the confirmed grade the next follow-up (回访) stands in the calendar, in the same transaction. One
 * that stands there already comes nearer and takes the new rhythm; a day that a person chose is kept.
 */
export async function planByGrade(on: DeskTx, held: Held, planned: PlannedFollowUp | null) {
  const [open] = await openOf(on, held)
  if (!planned) return
  const { dueOn, ...series } = planned
  if (!open) return add(on, held, dueOn, { ground: 'grade', ...series })
  const nearer = open.due_on === null || dueOn < open.due_on
  await changeRecord(on, held.household_id, open.id, open.version, {
    ...(nearer && open.detail.moved !== true ? { dueOn } : {}),
    detail: { ...open.detail, ...series },
  })
}

/** After closing (结案) nobody comes by the rhythm any more, but on the day of the re-check where there is one. */
export async function planRecheck(on: DeskTx, held: Held, recheck: Day | null): Promise<void> {
  for (const { id, version, detail } of await openOf(on, held)) {
    await changeRecord(on, held.household_id, id, version, {
      state: 'dropped',
      detail: { ...detail, dropped: 'closed' },
    })
  }
  if (recheck !== null) await add(on, held, recheck, { ground: 'recheck' })
}

/** A case erased meanwhile has no key to write with, and nobody to visit. */
async function add(on: DeskTx, held: Held, dueOn: Day, detail: Readonly<Record<string, unknown>>) {
  if (held.data_key === null) return
  await addRecord(on, held.household_id, {
    ...{ id: randomUUID(), kind: 'follow_up', dueOn, case: held.id, body: {}, detail },
    owner: held.claimed_by ?? on.staff.id,
  })
}

/** Of the rhythm: what a person put into the calendar by hand is left alone. */
const openOf = ({ tx, staff }: DeskTx, held: Held) =>
  rowsOf<Open>(tx, OPEN, [staff.district, held.household_id, held.id])

type Open = {
  readonly id: string
  readonly version: number
  readonly due_on: Day | null
  readonly detail: Readonly<Record<string, unknown>>
}

const OPEN = {
  name: 'follow_ups_of_case',
  text: `select id, version, due_on::text as due_on, detail from file_record
    where district_id = $1 and household_id = $2 and case_id = $3 and kind = 'follow_up' and is_open
      and detail->>'ground' in ('grade', 'after')
    order by due_on for no key update`,
}
