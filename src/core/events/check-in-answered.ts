/** How it goes, answered to the bot's check-in before a follow-up (回访). */
export type CheckInAnswered = {
  readonly type: 'check_in_answered'
  readonly case: string
  readonly how: 'better' | 'same' | 'worse' | 'unknown'
}
