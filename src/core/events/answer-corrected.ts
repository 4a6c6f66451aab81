/** An earlier answer was changed; answers that hung on it were dropped and are asked again. */
export type AnswerCorrected = {
  readonly type: 'answer_corrected'
  readonly slot: string
  readonly dropped: readonly string[]
}
