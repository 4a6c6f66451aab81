import { FILE_KINDS } from '../../../core/casework/file-kinds.ts'
import type { Staff } from '../../../core/people/role.ts'
import { addDays, atShanghai, type Instant, shanghai } from '../../../core/time.ts'
import type { Desk } from '../../ports/desk.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'
import type { DayOf, DueRecord, Today, TodayReader } from '../../ports/today.ts'

export type TodayParts = {
  readonly desk: Pick<Desk, 'listCases'>
  readonly files: Pick<HouseholdFiles, 'findRecords' | 'headsOf'>
  readonly today: TodayReader
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
  const [{ rows: mine, lists }, unread, changes, due] = await Promise.all([
    desk.listCases(staff, { list: 'mine' }),
    today.unread(staff),
    today.changes(staff, yesterday),
    dueOf(parts, staff, now),
  ])
  return {
    ...{ now, unread, changes, due },
    mine,
    waiting: lists.waiting,
    overdue: lists.late,
  }
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
