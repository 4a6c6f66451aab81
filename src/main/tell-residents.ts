import { setTimeout as sleep } from 'node:timers/promises'
import type { Incoming } from '../core/events/incoming.ts'
import { type Instant, MINUTE } from '../core/time.ts'
import { markBreached } from '../edge/storage/cases/mark-breached.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import { HOME_DISTRICT } from './home.ts'
import { openEngine } from './open-engine.ts'
import type { SampleResident } from './sample-residents.ts'

/** The channel of invented talks: its cases are marked 样例数据. */
export const SAMPLE = 'sample'
export const SAMPLE_ACCOUNT = 'demo'

/** Conversations told side by side: their turns share one commit. */
const ABREAST = 4

/** Talks that began further apart are not told side by side. */
const APART = 15 * MINUTE

/** Milliseconds between two messages, for the visitor who talks to the same house meanwhile. */
const BREATH = 20

/** From one message to the next, on the clock of the talk. */
const MILLISECONDS_A_MESSAGE = 9_000

export type Telling = {
  readonly announce: Announcer
  /** How many have told their story so far; the next ones wait for it. */
  readonly told: (count: number) => Promise<void>
  /** The house is closed: the rest comes at the next start. */
  readonly stop: AbortSignal
}

/** Plays the talks into the house, each at its own time, so that clocks and times are as on a working day. */
export async function tellResidents(
  storage: Storage,
  residents: readonly SampleResident[],
  { announce, told, stop }: Telling,
): Promise<void> {
  const clock: { now: Instant } = { now: 0 }
  const now = () => clock.now
  const { engine } = await openEngine(storage, { district: HOME_DISTRICT, now, announce })
  const say = (user: string, n: number, incoming: Incoming) =>
    engine.receive({
      ...{ channel: SAMPLE, account: SAMPLE_ACCOUNT, user, at: clock.now, incoming },
      externalId: `${user}/${n}`,
    })
  let count = 0
  for (const group of groupsOf(residents)) {
    clock.now = group[0]?.at ?? 0
    await tellGroup(group, stop, async (user, n, incoming) => {
      clock.now += MILLISECONDS_A_MESSAGE / group.length
      await say(user, n, incoming)
    })
    if (stop.aborted) break
    count += group.length
    await told(count)
  }
  await engine.stop()
  await markBreached(storage.turn, Date.now())
  announce({ about: 'cases', district: HOME_DISTRICT })
}

/** Only who came at about the same time can be told by one clock. */
function groupsOf(residents: readonly SampleResident[]): readonly (readonly SampleResident[])[] {
  const groups: SampleResident[][] = []
  for (const resident of residents) {
    const last = groups.at(-1)
    const first = last?.[0]
    const near = first !== undefined && Math.abs(resident.at - first.at) < APART
    if (last && near && last.length < ABREAST) last.push(resident)
    else groups.push([resident])
  }
  return groups
}

async function tellGroup(
  group: readonly SampleResident[],
  stop: AbortSignal,
  say: (user: string, n: number, incoming: Incoming) => Promise<void>,
): Promise<void> {
  let open = group.map(({ user, sends }) => ({ user, lines: sends() }))
  for (let n = 0; open.length > 0 && !stop.aborted; n++) {
    const heard = open.map((talk) => ({ ...talk, next: talk.lines.next() }))
    open = heard.filter(({ next }) => !next.done)
    await Promise.all(
      heard.map(({ user, next }) => (next.done ? undefined : say(user, n, next.value))),
    )
    await sleep(BREATH)
  }
}
