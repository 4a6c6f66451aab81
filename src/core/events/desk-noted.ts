/** What an adviser did has reached the conversation. */
export type DeskNoted = {
  readonly type: 'desk_noted'
  readonly act: 'claimed' | 'took_over' | 'said' | 'gave_back' | 'closed'
  readonly by: string
}
