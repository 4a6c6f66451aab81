/** The resident came back and the talk went on. */
export type ConversationResumed = {
  readonly type: 'conversation_resumed'
  readonly choice: 'go_on' | 'restart'
}
