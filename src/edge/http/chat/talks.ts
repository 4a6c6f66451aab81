import type { Incoming, Preset } from '../../../core/events/incoming.ts'
import type { Received, Shown } from '../../../work/ports/chat.ts'
import type { Parts } from '../parts.ts'
import { type ClientChannel, type Holder, holderOf, newToken } from './token.ts'

/** A conversation, and who speaks in it: a client of ours, or who began it elsewhere. */
export type Talking = { readonly id: string; readonly holder: Speaker }

type Speaker = { readonly channel: string; readonly account: string; readonly user: string }

export type Talks = {
  readonly open: (
    channel: ClientChannel,
    preset: string | undefined,
    language?: string | undefined,
  ) => Promise<{
    readonly token: string
    readonly talking: Talking
    readonly messages: readonly Shown[]
  }>
  /** Null when nobody opened a conversation with this token, or when it has been erased. */
  readonly find: (token: string) => Promise<Talking | null>
  /** The conversation that a token has of itself. */
  readonly idOf: (token: string) => string
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
    idOf: (token) => {
      const holder = holderOf(token)
      return holder ? conversationOf(parts, holder) : NOBODY
    },
    open: async (channel, place, language) => {
      const token = newToken(channel)
      const holder = holderOf(token) as Holder
      const talking = { id: conversationOf(parts, holder), holder }
      const preset = place === undefined ? {} : { preset: presetOf(place) }
      const spoken = language === undefined ? {} : { language }
      const opened = { kind: 'opened', ...preset, ...spoken } as const
      const { messages } = await tell(talking, 'opened', opened)
      remember(known, talking.id)
      return { token, talking, messages }
    },
    find: async (token) => {
      const holder = holderOf(token)
      if (!holder) return null
      const id = conversationOf(parts, holder)
      if (!known.has(id) && (await parts.chat.readMessages(id, 0)).length === 0) {
        return resumed(parts, id)
      }
      remember(known, id)
      return { id, holder }
    },
  }
}

/** The talk that this client carries on from another one, if it does. */
async function resumed(parts: Parts, id: string): Promise<Talking | null> {
  const found = await parts.resume.holderOf(id)
  return found && { id: found.conversation, holder: speakerOf(found) }
}

const speakerOf = ({ channel, account, user }: Speaker): Speaker => ({ channel, account, user })

/** The conversation of what is no token. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

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
