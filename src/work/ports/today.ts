import type { DeskEvent } from '../../core/casework/desk-event.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Instant } from '../../core/time.ts'
import type { DeskRow } from './desk.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** What the store tells of one's cases beside the lists of the desk. */
export type TodayReader = {
  /** Cases of mine whose resident wrote since I opened them last, the longest waiting first. */
  readonly unread: (
    staff: Staff,
  ) => Promise<readonly { readonly number: string; readonly at: Instant }[]>
  /** Numbers of my cases with a confirmed assessment whose household has no plan in force. */
  readonly planless: (staff: Staff) => Promise<readonly string[]>
  /** Lines of my cases that others wrote since then, newest first; without their words. */
  readonly changes: (
    staff: Staff,
    since: Instant,
  ) => Promise<readonly (DeskEvent & { readonly number: string })[]>
}

export type DueRecord = { readonly record: FileRecord; readonly head: HouseholdHead }

/** One adviser's day (今天). */
export type DayOf = {
  readonly now: Instant
  readonly mine: readonly DeskRow[]
  readonly unread: Awaited<ReturnType<TodayReader['unread']>>
  readonly changes: Awaited<ReturnType<TodayReader['changes']>>
  readonly due: readonly DueRecord[]
  /** Plans that are to be in force by then (方案), of cases of mine. */
  readonly plans: readonly { readonly row: DeskRow; readonly due: Instant }[]
  readonly waiting: number
  readonly overdue: number
}

export type Today = { readonly read: (staff: Staff) => Promise<DayOf> }
