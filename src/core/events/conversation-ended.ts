/** The flow reached an end. */
export type ConversationEnded = {
  readonly type: 'conversation_ended'
  readonly outcome: string
  readonly case: string | null
}
