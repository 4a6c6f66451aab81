/** Ids and numbers that a turn may need; made outside, so that the same turn makes the same ones. */
export type Fresh = {
  readonly caseId: string
  /** 8 digits of 1–9, easy to read aloud: `4738-2915`. */
  readonly caseNumber: string
  /** Id of the conversation, by which its wordings are drawn; absent = everybody hears the question as it is. */
  readonly conversation?: string
}
