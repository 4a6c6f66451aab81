import type { FileRecord, HouseholdHead } from './household-files.ts'

/** 服务台账, 回访台账, 提醒台账. */
export const LEDGERS = ['services', 'follow-ups', 'reminders'] as const

export type Ledger = (typeof LEDGERS)[number]

export type LedgerLine = { readonly record: FileRecord; readonly head: HouseholdHead }
