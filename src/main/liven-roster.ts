import type { Staff } from '../core/people/role.ts'
import type { Calendar } from '../core/routing/calendar.ts'
import { addDays, HOUR, shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import { systemIds } from '../edge/ids.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { rosterStore } from '../edge/storage/roster/roster-store.ts'
import { writeShifts } from '../work/office/roster/write-shifts.ts'

/** Days of the invented roster: this week and the next. */
const DAYS = 14

/** The invented district has a roster: everybody in office hours, the duty day and night, one colleague away. */
export async function livenRoster(
  storage: Storage,
  calendar: Calendar,
  staff: readonly Staff[],
): Promise<void> {
  const book = rosterStore({ pool: storage.desk, ring: storage.ring, clock: systemClock })
  const chief = staff.find(({ role }) => role === 'district')
  if (!chief) return
  const now = systemClock.now()
  const today = shanghai(now).day
  const days = () =>
    Array.from({ length: DAYS }, (_, at) => ({ id: systemIds.uuid(), day: addDays(today, at) }))
  for (const { id, role, streets } of staff) {
    if (role !== 'adviser') continue
    const hours = { staff: id, from: 9 * 60, to: 17 * 60, workingOnly: true }
    const street = streets.find((code) => code !== '')
    if (street) await writeShifts(book, calendar, chief, { ...hours, street, days: days() })
    if (!streets.includes('')) continue
    const shifts = days().map(({ id: shift, day }) => {
      const startsAt = Date.parse(`${day}T00:00:00+08:00`)
      return { id: shift, street: null, staff: id, startsAt, endsAt: startsAt + 24 * HOUR }
    })
    await book.addShifts(chief, shifts)
  }
  const [away, standIn] = staff.filter(({ streets }) => streets.includes(AWAY_STREET))
  if (!away || !standIn) return
  const [from, to] = [addDays(today, 1), addDays(today, 3)]
  const leave = { id: systemIds.uuid(), staff: away.id, from, to, standIn: standIn.id }
  await book.addLeave(chief, leave)
}

const AWAY_STREET = '310105002'
