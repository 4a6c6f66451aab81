import { setTimeout as sleep } from 'node:timers/promises'
import { converse } from '../core/dialog/converse.ts'
import type { House } from '../core/dialog/house.ts'
import type { Incoming } from '../core/events/incoming.ts'
import type { Instant } from '../core/time.ts'
import { hearDanger } from '../core/understanding/hear-danger.ts'
import { failpointOf } from '../edge/failpoint.ts'
import type { Log } from '../edge/log.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import { knownFiles } from '../edge/storage/cases/known-facts.ts'
import { documentStore } from '../edge/storage/documents/document-store.ts'
import { inboxStore } from '../edge/storage/inbox-store.ts'
import { jobStore } from '../edge/storage/job-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { hashedTurnIds } from '../edge/storage/turn-ids.ts'
import { turnStore } from '../edge/storage/turn-store.ts'
import { keepHouse } from '../work/office/studio/keep-house.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Files } from '../work/ports/files.ts'
import type { Sender } from '../work/ports/sender.ts'
import { createTurns, type TurnEngine } from '../work/turn/create-turns.ts'
import type { TurnParts, TurnTexts } from '../work/turn/parts.ts'
import { loadPublished } from './published-house.ts'

export type Engine = {
  readonly engine: TurnEngine
  readonly parts: TurnParts
  /** As it is in force now: read it at each use. */
  readonly house: () => House
  /** Looks for a newer release. True when the house changed. */
  readonly renew: () => Promise<boolean>
}

export type EngineOptions = {
  readonly district: string
  /** HEARTH_DATA, where the files of releases are laid out; without it below the folder of temporary files. */
  readonly data?: string
  readonly announce?: Announcer
  readonly files?: Files
  readonly helpers?: TurnParts['helpers']
  /** The way out to channels that are written to; without it every client fetches. */
  readonly sender?: Sender
  readonly now?: () => Instant
  /** Told how long the dialog thought at one message, in ms; for the bench. */
  readonly thought?: (ms: number) => void
  readonly log?: Log
}

/** The turn engine over this storage, with the flows of today and all that anybody still stands on. */
export async function openEngine(storage: Storage, options: EngineOptions): Promise<Engine> {
  const { log, district } = options
  const now = options.now ?? Date.now
  const { house, renew } = await keepHouse({
    documents: documentStore({ pool: storage.desk, clock: { now } }),
    load: (published) => loadPublished(storage, options, published),
    report: (error) => log?.error('release_unloadable', error),
    ...{ district, now },
  })
  const ids = hashedTurnIds()
  const parts: TurnParts = {
    converse: options.thought ? timed(options.thought) : converse,
    house,
    turns: turnStore(storage.turn, storage.ring, storage.after),
    jobs: jobStore(storage.after),
    inbox: inboxStore(storage.inbox, storage.after, storage.ring, { ids, now }),
    knownFiles: knownFiles(storage.after, storage.ring),
    ids,
    sender: options.sender ?? FETCHED,
    ...(options.files ? { files: options.files } : {}),
    ...(options.helpers ? { helpers: options.helpers } : {}),
    announce: options.announce ?? (() => {}),
    now,
    soon: setImmediate,
    sleep,
    chance: Math.random,
    texts: await engineTexts(),
    isUrgent: (incoming) => isDanger(house(), incoming),
    ...(log ? { report: ({ code, id, seq, why }) => log.warn(code, { id, seq, why }) } : {}),
    failpoint: failpointOf(process.env.HEARTH_FAILPOINT),
  }
  return { engine: createTurns(parts), parts, house, renew }
}

/** Words of danger do not wait in a queue, whatever was asked. */
function isDanger({ knowledge }: House, incoming: Incoming): boolean {
  if (incoming.kind !== 'text') return false
  const { tier } = hearDanger(incoming.text, knowledge)
  return tier === 'high' || tier === 'imminent'
}

function timed(thought: (ms: number) => void): typeof converse {
  return (...call) => {
    const began = performance.now()
    const reply = converse(...call)
    thought(performance.now() - began)
    return reply
  }
}

/** Every client of web, terminal and sample talks fetches its own messages. */
const FETCHED: Sender = {
  isFetched: () => true,
  send: () => Promise.resolve({ status: 'undeliverable' }),
}

async function engineTexts(): Promise<TurnTexts> {
  const { say } = await loadTexts(`${FOLDERS.locales}/zh-CN`, 'house')
  const media = ['image', 'audio', 'video', 'file', 'sticker']
  return {
    handedOver: say('failed.handed_over'),
    received: say('failed.received'),
    media: Object.fromEntries(media.map((kind) => [kind, say(`media.${kind}`)])),
    takenBack: say('media.taken_back'),
    mediaLost: say('media.lost'),
    mediaRefused: say('media.refused'),
    claim: {
      marks: say('claim.marks').split(' '),
      askPhone: (number) => say('claim.ask_phone', { number }),
      phoneAgain: say('claim.phone_again'),
      askCode: say('claim.ask_code'),
      checking: say('claim.checking'),
      wrong: say('claim.wrong'),
      often: say('claim.often'),
      code: (code) => say('claim.code', { code }),
      gone: say('claim.gone'),
      here: say('claim.here'),
    },
  }
}

/** A pause that can be cut short, for the rounds. */
export function pause(ms: number) {
  const stop = new AbortController()
  const done = sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined)
  return { done, cancel: () => stop.abort() }
}
