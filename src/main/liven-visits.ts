import { complaintDue } from '../core/casework/complaint.ts'
import type { Staff } from '../core/people/role.ts'
import { addDays, DAY, shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import { loadDemonstrationVisits } from '../edge/sources/demonstration-visits.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { complaintStore } from '../edge/storage/visits/complaint-store.ts'
import type { Desk } from '../work/ports/desk.ts'

/** What was done, what is due, and a reminder and a complaint that wait, so that their screens are not empty. */
export async function livenVisits(storage: Storage, desk: Desk, staff: readonly Staff[]) {
  const sample = await loadDemonstrationVisits(FOLDERS.data)
  const person = staff.find(({ login }) => login === sample.of)
  const lead = staff.find(({ login }) => login === sample.lead)
  if (!person || !lead) return
  const { rows } = await desk.listCases(person, { list: 'mine' })
  const parts = { pool: storage.desk, ring: storage.ring, clock: systemClock }
  const files = householdStore(parts)
  const now = systemClock.now()
  const { day: today } = shanghai(now)
  const numberOf = (at: number) => rows[at]?.number
  for (const { id, case: at, type, days_ago, minutes, words } of sample.services) {
    const number = numberOf(at)
    if (number === undefined) continue
    await files.addRecord(person, number, {
      ...{ id, kind: 'service', day: addDays(today, -days_ago), body: { who: '', words } },
      detail: { type, minutes, result: 'done', photos: [], households: 1 },
    })
  }
  for (const { id, case: at, in_days, answer, reason } of sample.follow_ups) {
    const number = numberOf(at)
    if (number === undefined) continue
    const asked = answer === null ? {} : { asked: now - DAY, answer }
    await files.addRecord(person, number, {
      ...{ id, kind: 'follow_up', dueOn: addDays(today, in_days), owner: person.id },
      ...{ detail: { ground: 'by_hand', ...asked }, body: { reason } },
    })
  }
  const asked = numberOf(sample.reminder.case)
  if (asked !== undefined) {
    const { id, words } = sample.reminder
    await files.addRecord(lead, asked, {
      ...{ id, kind: 'reminder', dueOn: addDays(today, 1), owner: person.id },
      ...{ detail: { to: 'staff', dueAt: now + DAY }, body: { words, partner: null } },
    })
  }
  const complained = numberOf(sample.complaint.case)
  if (complained === undefined) return
  const { id, words } = sample.complaint
  const what = { id, against: null, words, dueOn: complaintDue(now) }
  await complaintStore(parts).bring(person, complained, what)
}
