/** The resident asked for a person, or the bot could not go on alone. */
export type PersonAsked = {
  readonly type: 'person_asked'
  readonly reason: 'asked' | 'misses' | 'crisis' | 'failed'
  readonly case: string | null
}
