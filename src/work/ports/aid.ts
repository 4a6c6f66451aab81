import type {
  AidCause,
  AidRefusal,
  AidRule,
  AidRules,
  LIVES_BY,
  SEEN_BY,
} from '../../core/casework/aid.ts'
import type { StepTime } from '../../core/casework/aid-times.ts'
import type { Staff } from '../../core/people/role.ts'
import type { Day } from '../../core/time.ts'
import type { FileRecord, HouseholdHead } from './household-files.ts'
import type { CashAccount } from './petty-cash.ts'

/** Urgent aid: pay first, papers after (先行救助、后补程序). Every verb gives the aid as it then stands. */
export type Aid = {
  /** Begins, or gives the one that is under way. */
  readonly begin: (staff: Staff, household: string, aid: NewAid) => Promise<AidLine>
  readonly read: (staff: Staff, household: string, id: string) => Promise<AidLine>
  /** Of one household, newest first. */
  readonly ofHousehold: (staff: Staff, household: string) => Promise<readonly AidLine[]>
  /** Of all own streets; those that are open, soonest due first, or those of these days. */
  readonly list: (staff: Staff, ask: AidAsk) => Promise<readonly AidLine[]>
  /** How long it takes from the beginning to each step, over the last 500. */
  readonly times: (staff: Staff) => Promise<readonly StepTime[]>
  readonly verify: (staff: Staff, at: AidAt, seen: Verified) => Promise<AidLine>
  readonly addPaper: (staff: Staff, at: AidAt, paper: AidPaper) => Promise<AidLine>
  readonly fill: (staff: Staff, at: AidAt, form: AidForm) => Promise<AidLine>
  /** First person. Throws `over_limit`, `too_little_cash` {field: amount}. */
  readonly ask: (staff: Staff, at: AidAt, amount: number) => Promise<AidLine>
  /** Second person. Throws `same_person`, `over_limit`, `too_little_cash`. */
  readonly pay: (staff: Staff, at: AidAt) => Promise<AidLine>
  readonly sendBack: (staff: Staff, at: AidAt, why: string) => Promise<AidLine>
  readonly receipt: (staff: Staff, at: AidAt, photo: PhotoOf) => Promise<AidLine>
  /** The procedure is complete. Throws `papers_missing`. */
  readonly finish: (staff: Staff, at: AidAt) => Promise<AidLine>
  readonly refuse: (staff: Staff, at: AidAt, how: Refused) => Promise<AidLine>
  /** What is told to the household. Throws `not_found` for one that was not refused. */
  readonly refusal: (staff: Staff, household: string, id: string) => Promise<Refusal>
  readonly drop: (staff: Staff, at: AidAt, why: string) => Promise<AidLine>
}

export type NewAid = { readonly id: string; readonly cause: AidCause; readonly words: string }

export type Refusal = {
  readonly name: string
  readonly day: Day
  /** Sentences. */
  readonly reasons: readonly string[]
  readonly words: string
  readonly review: string
  readonly source: string
}

/** Which aid, as it was read. */
export type AidAt = { readonly household: string; readonly id: string; readonly version: number }

type AidAsk = { readonly open: boolean; readonly street?: string }

type Verified = {
  readonly seen: (typeof SEEN_BY)[number]
  readonly lives: (typeof LIVES_BY)[number]
}

export type PhotoOf = { readonly number: string; readonly id: string }

/** A paper with its photo; null = seen and given back. */
export type AidPaper = { readonly type: string; readonly photo: PhotoOf | null }

/** The application (临时救助申请), as it is printed. Personal: sealed. */
export type AidForm = {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly home: string
  readonly registered: string
  readonly people: string
  readonly story: string
}

type Refused = { readonly reasons: readonly AidRefusal[]; readonly words: string }

export type AidLine = {
  readonly record: FileRecord
  readonly head: HouseholdHead
  /** What the form says already, else what the file says. */
  readonly form: AidForm
  readonly missing: readonly string[]
  readonly late: boolean
  readonly account: CashAccount | null
  readonly rule: AidRule
  readonly types: AidRules['papers']
}
