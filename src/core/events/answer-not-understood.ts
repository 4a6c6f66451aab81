/** A message was no answer to the question; it was asked again, more simply. */
export type AnswerNotUnderstood = {
  readonly type: 'answer_not_understood'
  readonly step: string
  readonly tries: number
}
