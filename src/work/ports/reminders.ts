import type { Staff } from '../../core/people/role.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'

/** Reminders that must be answered (服务信息提醒回复). */
export type Reminders = {
  /** With the token of the link where a partner has to answer; it is told this once. */
  readonly send: (
    staff: Staff,
    household: string,
    what: SentReminder,
  ) => Promise<ReminderLine & { readonly token: string | null }>
  /** Open ones: mine to answer, asked by me, and all of the street for its lead. */
  readonly list: (staff: Staff) => Promise<readonly ReminderLine[]>
  readonly answer: (staff: Staff, at: ReminderAt, what: ReminderAnswer) => Promise<ReminderLine>
  readonly cancel: (staff: Staff, at: ReminderAt, reason: string) => Promise<ReminderLine>
  /** What a partner's link opens. Throws `not_found`. */
  readonly readLink: (token: string) => Promise<FileRecord>
  /** Answers once; the link ends with it. */
  readonly answerLink: (token: string, version: number, what: ReminderAnswer) => Promise<FileRecord>
}

export type SentReminder = {
  readonly id: string
  readonly to: string | null
  readonly partner: string | null
  readonly words: string
}

export type ReminderAt = {
  readonly household: string
  readonly id: string
  readonly version: number
}

export type ReminderAnswer = { readonly done: boolean; readonly words: string }

export type ReminderLine = { readonly record: FileRecord; readonly head: HouseholdHead }
