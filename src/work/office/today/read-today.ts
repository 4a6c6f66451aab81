import { FILE_KINDS } from '../../../core/casework/file-kinds.ts'
import { planDue } from '../../../core/casework/plan-clock.ts'
import type { House } from '../../../core/dialog/house.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Town } from '../../../core/routing/town.ts'
import { addDays, atShanghai, type Instant, shanghai } from '../../../core/time.ts'
import type { Desk, DeskRow } from '../../ports/desk.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'
import type { DayOf, DueRecord, Today, TodayReader } from '../../ports/today.ts'

export type TodayParts = {
  readonly desk: Pick<Desk, 'listCases'>
  readonly files: Pick<HouseholdFiles, 'findRecords' | 'headsOf'>
  readonly today: TodayReader
  readonly house: () => Pick<House, 'clocks'>
  readonly town: () => Town
  readonly now: () => Instant
}

/** Days ahead that are asked for: the walks of a week. */
const AHEAD = 6

/** An adviser's day (今天): what is due, what runs, who waits, what happened. */
export const createToday = (parts: TodayParts): Today => ({
  read: (staff) => readToday(parts, staff),
})

async function readToday(parts: TodayParts, staff: Staff): Promise<DayOf> {
  const { desk, today } = parts
  const now = parts.now()
  const yesterday = atShanghai(addDays(shanghai(now).day, -1))
  const [{ rows: mine, lists }, unread, changes, due, planless] = await Promise.all([
    desk.listCases(staff, { list: 'mine' }),
    today.unread(staff),
    today.changes(staff, yesterday),
    dueOf(parts, staff, now),
    today.planless(staff),
  ])
  return {
    ...{ now, unread, changes, due },
    mine,
    plans: plansOf(parts, mine, new Set(planless)),
    waiting: lists.waiting,
    overdue: lists.late,
  }
}

function plansOf(
  { house, town }: TodayParts,
  mine: readonly DeskRow[],
  planless: ReadonlySet<string>,
): DayOf['plans'] {
  const { clocks } = house()
  const { calendar } = town()
  return mine.flatMap((row) => {
    const { confirmedAt } = row
    if (confirmedAt === null || !planless.has(row.number)) return []
    return [{ row, due: planDue({ ...row, confirmedAt }, clocks, calendar) }]
  })
}

async function dueOf({ files }: TodayParts, staff: Staff, now: Instant) {
  const records = await files.findRecords(staff, {
    kinds: FILE_KINDS.map(({ kind }) => kind),
    open: true,
    dueUntil: addDays(shanghai(now).day, AHEAD),
    owner: staff.id,
  })
  const heads = await files.headsOf(staff, [...new Set(records.map(({ household }) => household))])
  const byId = new Map(heads.map((head) => [head.id, head]))
  return records.flatMap((record): DueRecord[] => {
    const head = byId.get(record.household)
    return head ? [{ record, head }] : []
  })
}
