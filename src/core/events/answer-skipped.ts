/** A question was left open: unknown, never counted against anybody. */
export type AnswerSkipped = {
  readonly type: 'answer_skipped'
  readonly step: string
  readonly slot: string
  readonly how: 'skip' | 'refuse' | 'unsure' | 'misses'
}
