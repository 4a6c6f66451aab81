import { numbered, type Outgoing } from '../../core/events/outgoing.ts'
import type { Instant } from '../../core/time.ts'
import type { Shown } from '../ports/chat.ts'
import type { TurnIds } from '../ports/turn-ids.ts'
import { DELIVERY, type StoredTurn, type TurnContent } from '../ports/turns.ts'
import { attachedThere } from './fetches-of.ts'
import type { TurnTexts } from './parts.ts'
import { reservedFile } from './reserved-file.ts'

/** Messages a turn may have: what came in is 0, what goes out 1 and up. */
const PLACES = 16

/** The turn that a message number belongs to. */
export function turnOf(seq: number): number {
  return Math.floor(seq / PLACES)
}

/** The messages of a stored turn as chats and advisers see them; none after an erasure. `labels`: of old buttons. */
export function showTurn(
  turn: StoredTurn,
  ids: TurnIds,
  texts: TurnTexts,
  labels: ReadonlyMap<string, string> = new Map(),
): readonly Shown[] {
  if (turn.content === null) return []
  const heard = readsAs(turn.content, texts, labels)
  const said = showOut(turn.ref.id, turn.seq, turn.at, turn.content.out, ids)
  const shown = said.map((each) => withAttached(each, turn, ids, texts))
  const sent = turn.delivery === DELIVERY.none ? shown : shown.map(withDelivery(turn))
  const seen = sent.map((each) => (each.seq <= turn.seenTo ? { ...each, delivery: SEEN } : each))
  const out = isSecret(turn.content) ? seen.map((each) => ({ ...each, secret: true })) : seen
  if (heard === null) return out
  const seq = turn.seq * PLACES
  const id = messageId(ids, turn.ref.id, turn.seq, 0)
  const own = { seq, id, from: 'resident', text: heard, at: turn.at } as const
  const media = mediaOf(turn, ids)
  return [media ? { ...own, media } : own, ...out]
}

/** What a turn says, numbered after the turn. */
export function showOut(
  conversation: string,
  turn: number,
  at: Instant,
  out: readonly Outgoing[],
  ids: TurnIds,
): readonly Shown[] {
  return out.map((message, k) => ({
    seq: turn * PLACES + Math.min(k + 1, PLACES - 1),
    id: messageId(ids, conversation, turn, k + 1),
    from: message.from,
    text: numbered(message),
    ...(message.options ? { options: message.options } : {}),
    ...(message.several ? { several: true } : {}),
    ...(message.media ? { media: message.media } : {}),
    at,
    ...(message.by ? { by: message.by } : {}),
  }))
}

/** The same for ever: also the key under which a channel is given the message. */
export function messageId(ids: TurnIds, conversation: string, turn: number, k: number): string {
  return ids.named(`message/${conversation}/${turn}/${k}`)
}

/** A turn that waits has messages that wait; one that was sent before states were kept was sent whole. */
function withDelivery({ delivery, settled }: StoredTurn) {
  return (message: Shown, place: number): Shown => {
    const known = settled.find((each) => each.place === place)
    if (known) return { ...message, delivery: { state: known.state, why: known.why } }
    const state = delivery === DELIVERY.waiting ? 'queued' : 'sent'
    return { ...message, delivery: { state, why: null } }
  }
}

/** It stood on the screen, whichever way it came there. */
const SEEN = { state: 'read', why: null } as const

const isSecret = ({ in: input }: TurnContent) => input.kind === 'tell' && input.secret

/** Pictures and recordings that were kept with what came in. */
function mediaOf({ ref, seq, content }: StoredTurn, ids: TurnIds): Shown['media'] {
  const input = content?.in
  if (input?.kind !== 'media') return undefined
  const { media: kind, files = [], fetch = [] } = input
  const promised = fetch.map((_, n) => reservedFile(ids, ref.id, seq, n))
  return files.length + promised.length > 0 ? { kind, files: [...files, ...promised] } : undefined
}

/** What an adviser attached in the platform's own client, named in words as everything that is sent. */
function withAttached(
  shown: Shown,
  { ref, seq, content }: StoredTurn,
  ids: TurnIds,
  texts: TurnTexts,
): Shown {
  const attached = content ? attachedThere(content.in) : undefined
  if (!attached || shown.from !== 'adviser') return shown
  const { kind, fetch } = attached
  const files = fetch.map((_, n) => reservedFile(ids, ref.id, seq, n))
  return { ...shown, text: shown.text || (texts.media[kind] ?? kind), media: { kind, files } }
}

/** The resident's side of a turn; null when nobody spoke. */
function readsAs(
  content: TurnContent,
  texts: TurnTexts,
  labels: ReadonlyMap<string, string>,
): string | null {
  const input = content.in
  if (input.kind === 'text') return input.text
  if (input.kind === 'tap') return content.tapped ?? labels.get(input.option) ?? input.option
  if (input.kind === 'media') return texts.media[input.media] ?? input.media
  if (input.kind === 'taken_back') return texts.takenBack ?? ''
  return null
}
