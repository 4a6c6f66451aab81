import type { Incoming } from '../../events/incoming.ts'
import { DAY, HOUR, type Instant, MINUTE, shanghai } from '../../time.ts'
import type { House } from '../house.ts'
import { type Begin, begin, type Move, move, waitFor } from './moves.ts'
import { whatWaits } from './play-talk.ts'
import { recordTalk } from './record-talk.ts'
import { arrive, newSession, type Session } from './session.ts'
import { type Happened, type Say, standInOf } from './stand-in.ts'
import type { StoredTalk } from './stored-talk.ts'

/** What once came in, and when. */
export type Arrived = { readonly at: Instant; readonly incoming: Incoming }

export type StandInTalk = {
  readonly talk: StoredTalk
  /** Moves after which another question waits than did then. */
  readonly differs: number
}

/** Gaps below this are the rhythm of typing and say nothing. */
const SHORT = 10 * MINUTE

/**
 * A talk that was really held, as a test: each message gives way to one that makes the machine do the same, with
 * stand-ins for names, numbers, places and stories. No character that the resident wrote goes along, and of the
 * time only the hour in which it began and the longer pauses.
 */
export function standInTalk(
  house: House,
  name: string,
  held: { readonly channel: string; readonly arrived: readonly Arrived[] },
  say: Say,
): StandInTalk {
  const how = beginOf(held)
  const moves: Move[] = []
  const sessions = [begin(house, how)]
  let differs = 0
  const make = (made: Move) => {
    moves.push(made)
    sessions.push(move(sessions.at(-1) as Session, made))
  }
  for (const happened of retold(house, held)) {
    const pause = happened.after.now - happened.before.now
    if (pause > SHORT) make(waitFor(rounded(pause)))
    const made = standInOf(happened, say)
    if (!made) continue
    const asked = whatWaits(happened.before)
    const here = () => whatWaits(sessions.at(-1) as Session)
    // A stand-in may be confirmed where the word itself was not: then yes, and on.
    if (here() !== asked && here().includes('.')) make({ me: say('yes') })
    // What answers another question than the one that waits would lead the talk astray.
    if (here() === asked) make(made)
    if (here() !== whatWaits(happened.after)) differs += 1
  }
  return { talk: recordTalk(name, how, moves, sessions), differs }
}

/** The talk as it was, message by message, on the flows of now. What opened it is its beginning. */
function retold(
  house: House,
  { channel, arrived }: { readonly channel: string; readonly arrived: readonly Arrived[] },
): readonly Happened[] {
  let before = newSession(house, arrived[0]?.at ?? 0, channel)
  const found: Happened[] = []
  arrived.forEach(({ at, incoming }, n) => {
    const after = arrive({ ...before, now: Math.max(at, before.now) }, incoming)
    if (n > 0 || incoming.kind !== 'opened') found.push({ before, after, incoming })
    before = after
  })
  return found
}

function beginOf({
  channel,
  arrived: [first],
}: {
  readonly channel: string
  readonly arrived: readonly Arrived[]
}): Begin {
  const { day, hour } = shanghai(first?.at ?? 0)
  const at = `${day}T${String(hour).padStart(2, '0')}:00+08:00`
  if (first?.incoming.kind !== 'opened') return { at, channel }
  const street = first.incoming.preset?.street
  return street === undefined ? { at, channel, opened: true } : { at, channel, preset: street }
}

/** A pause to its quarter of an hour, its hour, or its day. */
function rounded(pause: number): number {
  const unit = pause >= 2 * DAY ? DAY : pause >= 2 * HOUR ? HOUR : 15 * MINUTE
  return Math.max(1, Math.round(pause / unit)) * unit
}
