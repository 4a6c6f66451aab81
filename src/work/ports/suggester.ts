import type { Who } from '../../core/people/kin.ts'
import type { CrisisType, HeardCode } from '../../core/understanding/understood.ts'

/** What a model supposes after reading a redacted story. It decides nothing and is told to nobody but the adviser. */
export type Suggestion = {
  readonly needs: readonly { readonly code: HeardCode; readonly who: Who }[]
  readonly danger: { readonly tier: 'watch' | 'high'; readonly type: CrisisType } | null
}

export type Suggested =
  | { readonly status: 'answered'; readonly suggestion: Suggestion }
  /** What came back is no suggestion: asking again would not help. */
  | { readonly status: 'nonsense' }
  /** No answer in time, or the endpoint rests after failures. */
  | { readonly status: 'unavailable' }

/** A model outside the house. Gets redacted text only; never throws; ends within 3 s. */
export type Suggester = { readonly suggest: (redacted: string) => Promise<Suggested> }
