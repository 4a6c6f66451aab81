/** Words of danger: the duty adviser is called before anything else happens. */
export type CrisisRaised = {
  readonly type: 'crisis_raised'
  readonly tier: 'watch' | 'high' | 'imminent'
  /** Kind of danger: one of CRISIS_TYPES. */
  readonly danger: string
  /** The rule that fired, for the alert: never the words themselves. */
  readonly rule: string
  readonly case: string | null
}
