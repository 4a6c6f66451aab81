import type { DeskEvent } from './desk-event.ts'
import type { TalkState } from './desk-lists.ts'

/** Who has the floor, and since when. */
export type Floor = {
  readonly state: TalkState
  /** Staff id of who speaks. */
  readonly by: string | null
}

/** Read off the history: the last event that handed the floor to somebody. */
export function floorOf(events: readonly DeskEvent[], hasConversation: boolean): Floor {
  if (!hasConversation) return { state: 'none', by: null }
  let floor: Floor = { state: 'bot', by: null }
  for (const event of events) floor = after(floor, event)
  return floor
}

function after(floor: Floor, { kind, detail }: DeskEvent): Floor {
  switch (kind) {
    case 'person_asked':
      return floor.state === 'person' ? floor : { state: 'waiting_person', by: null }
    case 'conversation_resumed':
      return { state: 'bot', by: null }
    case 'conversation_ended':
      return { state: 'ended', by: null }
    case 'told_resident':
      return afterAct(floor, String(detail.act), String(detail.by ?? ''))
    default:
      return floor
  }
}

function afterAct(floor: Floor, act: string, by: string): Floor {
  if (act === 'took_over' || act === 'said') return { state: 'person', by }
  if (act === 'gave_back') return { state: 'bot', by: null }
  if (act === 'closed') return { state: 'ended', by: null }
  return floor
}
