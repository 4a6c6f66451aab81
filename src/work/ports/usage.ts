import type { USAGE_GROUPS } from '../../core/contract/studio/usage.ts'
import type {
  UsageCell,
  UsageCounts,
  WordingCell,
  WordingCounts,
} from '../../core/dialog/usage/tally.ts'
import type { Day, Instant } from '../../core/time.ts'
import type { Actor } from './documents.ts'
import type { TurnContent } from './turns.ts'

/** A turn of the log as it is counted. */
export type LoggedTurn = {
  readonly at: Instant
  /** Of the conversation, whoever spoke. */
  readonly channel: string
  readonly content: TurnContent
}

/** What a stretch of the log comes to. */
export type Counted = {
  readonly steps: readonly UsageCell[]
  readonly wordings: readonly WordingCell[]
}

/** Counting the log, a stretch of time after the other. */
export type UsageLog = {
  /**
   * Hands the next stretch of the log before `until` to `count` and adds what it gives to the figures, in one
   * transaction with the place up to which was counted: a stretch counts once, whatever dies in between. Gives
   * whether there is more to count.
   */
  readonly countNext: (
    until: Instant,
    count: (turns: readonly LoggedTurn[]) => Counted,
  ) => Promise<boolean>
}

export type UsageQuery = {
  readonly flow: string
  readonly from: Day
  readonly to: Day
  readonly channel?: string | undefined
  readonly street?: string | undefined
  readonly hour?: number | undefined
  readonly bundle?: string | undefined
  /** Split by this as well. */
  readonly by?: UsageSplit | undefined
}

export type UsageSplit = (typeof USAGE_GROUPS)[number]

export type UsageSum = UsageCounts & {
  readonly step: string
  /** Value of what it is split by; '' where it is not split. */
  readonly group: string
}

/** One text of a question, however often it was told in the time that is looked at. */
export type WordingSum = WordingCounts & Pick<WordingCell, 'step' | 'wording' | 'text'>

/** What there is to filter by. */
export type UsageChoices = {
  readonly channels: readonly string[]
  readonly streets: readonly string[]
  /** Newest first. */
  readonly bundles: readonly { readonly hash: string; readonly since: Day }[]
}

/** Figures of use of the actor's district. */
export type Usage = {
  readonly sums: (who: Actor, query: UsageQuery) => Promise<readonly UsageSum[]>
  readonly choices: (who: Actor, flow: string) => Promise<UsageChoices>
  readonly wordings: (
    who: Actor,
    query: Pick<UsageQuery, 'flow' | 'from' | 'to'>,
  ) => Promise<readonly WordingSum[]>
}
