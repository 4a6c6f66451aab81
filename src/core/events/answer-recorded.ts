/** A question was answered, or a value was taken from the story and confirmed. */
export type AnswerRecorded = {
  readonly type: 'answer_recorded'
  readonly step: string
  readonly slot: string
  readonly basis: 'answer' | 'story' | 'prefill'
}
