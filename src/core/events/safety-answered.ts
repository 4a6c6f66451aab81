/** The answer to 「您现在安全吗」. */
export type SafetyAnswered = {
  readonly type: 'safety_answered'
  readonly safe: boolean | null
  readonly case: string | null
}
