import type { Incoming } from '../../src/core/events/incoming.ts'
import { inboxStore } from '../../src/edge/storage/inbox-store.ts'
import { jobStore } from '../../src/edge/storage/job-store.ts'
import type { Pool } from '../../src/edge/storage/pool.ts'
import { hashedTurnIds } from '../../src/edge/storage/turn-ids.ts'
import { turnStore } from '../../src/edge/storage/turn-store.ts'
import type { Sender } from '../../src/work/ports/sender.ts'
import { createTurns } from '../../src/work/turn/create-turns.ts'
import type { TurnParts } from '../../src/work/turn/parts.ts'
import { RING } from './a-case.ts'
import { ECHO_HOUSE, echo } from './echo-house.ts'

/** The way out of a house whose clients fetch everything themselves. */
export const FETCHED: Sender = {
  isFetched: () => true,
  send: () => Promise.resolve({ status: 'sent' }),
}

/** Real parts over a real database; only the dialog is the small one. */
export function turnParts(pool: Pool, changes: Partial<TurnParts> = {}): TurnParts {
  const ids = hashedTurnIds()
  return {
    converse: echo,
    house: () => ECHO_HOUSE,
    turns: turnStore(pool, RING),
    jobs: jobStore(pool),
    inbox: inboxStore(pool, pool, RING, { ids, now: () => Date.now() }),
    ids,
    sender: FETCHED,
    announce: () => {},
    now: () => Date.now(),
    soon: setImmediate,
    chance: () => 0.5,
    texts: TEXTS,
    ...changes,
  }
}

export function openEngine(pool: Pool, changes: Partial<TurnParts> = {}) {
  return createTurns(turnParts(pool, changes))
}

export const TEXTS = {
  handedOver: '这句话我处理不了，已经转给工作人员。',
  received: '已收到，稍后回复您。',
  media: { image: '[图片]' },
}

/** A message of an invented resident. */
export function aMessage(user: string, externalId: string, said: string | Incoming) {
  const incoming: Incoming = typeof said === 'string' ? { kind: 'text', text: said } : said
  return { channel: 'web', account: 'main', user, externalId, at: Date.now(), incoming }
}
