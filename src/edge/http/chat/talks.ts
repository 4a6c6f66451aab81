import type { Incoming, Preset } from '../../../core/events/incoming.ts'
import type { Received, Shown } from '../../../work/ports/chat.ts'
import type { Parts } from '../parts.ts'
import { type ClientChannel, type Holder, holderOf, newToken } from './token.ts'

/** A conversation of a web or terminal client. */
export type Talking = { readonly id: string; readonly holder: Holder }

export type Talks = {
  readonly open: (
    channel: ClientChannel,
    preset: string | undefined,
  ) => Promise<{
    readonly token: string
    readonly talking: Talking
    readonly messages: readonly Shown[]
  }>
  /** Null when nobody opened a conversation with this token, or when it has been erased. */
  readonly find: (token: string) => Promise<Talking | null>
  readonly tell: (talking: Talking, id: string, incoming: Incoming) => Promise<Received>
}

/** Conversations known to exist: spares a read for each message. 36 bytes each, so 4 MB at most. */
const KNOWN = 50_000

export function createTalks(parts: Parts): Talks {
  const known = new Set<string>()
  const tell: Talks['tell'] = ({ holder }, externalId, incoming) =>
    parts.chat.receive({ ...holder, externalId, at: parts.clock(), incoming })

  return {
    tell,
    open: async (channel, place) => {
      const token = newToken(channel)
      const holder = holderOf(token) as Holder
      const talking = { id: conversationOf(parts, holder), holder }
      const preset = place === undefined ? {} : { preset: presetOf(place) }
      const { messages } = await tell(talking, 'opened', { kind: 'opened', ...preset })
      remember(known, talking.id)
      return { token, talking, messages }
    },
    find: async (token) => {
      const holder = holderOf(token)
      if (!holder) return null
      const id = conversationOf(parts, holder)
      if (!known.has(id) && (await parts.chat.readMessages(id, 0)).length === 0) return null
      remember(known, id)
      return { id, holder }
    },
  }
}

const conversationOf = (parts: Parts, { channel, account, user }: Holder) =>
  parts.chat.conversationOf(channel, account, user)

/** The first nine digits of a committee's code are its street's (GB/T 10114). */
function presetOf(place: string): Preset {
  const street = place.slice(0, 9)
  return place.length === 12 ? { street, committee: place } : { street }
}

function remember(known: Set<string>, id: string): void {
  known.add(id)
  if (known.size <= KNOWN) return
  const [oldest] = known
  if (oldest !== undefined) known.delete(oldest)
}
