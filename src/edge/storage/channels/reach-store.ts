import { capabilitiesOf } from '../../../core/contract/channel/channel-table.ts'
import type { Instant } from '../../../core/time.ts'
import type { ReachOf } from '../../../work/ports/reach.ts'
import type { TurnIds } from '../../../work/ports/turn-ids.ts'
import type { Pool } from '../pool.ts'
import { readHolder } from '../resume/read-holder.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { departureStore } from './departure-store.ts'
import { replyWindowStore } from './reply-window-store.ts'

type ReachParts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  readonly ring: KeyRing
  readonly ids: Pick<TurnIds, 'conversation'>
  readonly now: () => Instant
}

/** Windows and departures stand under the channel's own id of the resident, who may have moved. */
export function reachStore({ pool, ring, ids, now }: ReachParts): ReachOf {
  const departures = departureStore(pool)
  const windows = replyWindowStore(pool)
  return async (conversation) => {
    const holder = await readHolder(pool, ring, conversation)
    if (!holder) return null
    const { channel, account, user } = holder
    const { id } = ids.conversation(channel, account, user)
    if (await departures.isGone(id)) return { state: 'left' }
    if (capabilitiesOf(channel).window === 'always') return null
    const left = await windows.left(id, now())
    return left ? { state: 'open', ...left } : { state: 'closed' }
  }
}
