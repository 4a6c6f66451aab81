import type { Agreed } from '../casework/plan.ts'

/** What the household says to its plan (居民知情): first the answer, then perhaps words to it. */
export type PlanAnswered = {
  readonly type: 'plan_answered'
  readonly case: string
  /** Null = words to the answer that was given before. */
  readonly answer: Agreed | null
  readonly words: string | null
}
