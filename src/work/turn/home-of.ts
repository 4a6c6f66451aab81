import type { Write } from '../ports/cases-in-turn.ts'
import type { Notes, Recipient, Tail } from '../ports/turns.ts'
import type { TurnParts } from './parts.ts'
import type { TurnRequest } from './turn-request.ts'

/**
 * Who speaks to the house in several channels is written to where he spoke last. Null: nothing changes, as
 * for nearly everybody. A client that fetches its messages sees them anyway and draws nobody away.
 */
export function homeOf(
  { ids, sender }: TurnParts,
  { ref, from }: TurnRequest,
  tail: Tail,
  notes: Notes,
): { readonly home: Recipient; readonly notes: Notes; readonly writes: readonly Write[] } | null {
  const { key } = tail
  if (!from || !key || !notes.joined?.length || sender.isFetched(from.channel)) return null
  const { channel, account, user } = from
  const speaker = ids.conversation(channel, account, user).id
  if (speaker === (notes.writtenTo ?? ref.id)) return null
  const home = { channel, account, user }
  const writes: readonly Write[] = [{ kind: 'move_home', ref, key, home }]
  return { home, notes: { ...notes, writtenTo: speaker }, writes }
}
