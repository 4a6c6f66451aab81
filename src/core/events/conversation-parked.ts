/** Nobody answered for long, or the resident wants to go on later: all answers are kept. */
export type ConversationParked = {
  readonly type: 'conversation_parked'
  readonly by: 'silence' | 'resident'
  readonly step: string | null
}
