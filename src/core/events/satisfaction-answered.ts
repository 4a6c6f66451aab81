/** Whether the resident was content (满意度), asked by the bot some days after closing. */
export type SatisfactionAnswered = {
  readonly type: 'satisfaction_answered'
  readonly case: string
  readonly how: 'good' | 'fair' | 'poor' | 'unknown'
}
