import type { House } from '../core/dialog/house.ts'
import { whatWaits } from '../core/dialog/rehearse/play-talk.ts'
import { arrive, newSession } from '../core/dialog/rehearse/session.ts'
import { HOUR, type Instant, MINUTE } from '../core/time.ts'
import type { Demonstration } from '../edge/sources/demonstration.ts'

/** One invented resident: what is written, in order, and when. */
export type SampleResident = {
  readonly user: string
  readonly at: Instant
  readonly says: readonly string[]
}

const HOUSEHOLDS = 220

/** The talks began in this time before the start, so that some clocks have run out. */
const SPREAD = 60 * HOUR

/** A conversation that does not end is cut: no talk of these profiles takes half of it. */
const MOST_MESSAGES = 60

/**
 * The same people at every start. Each talk is rehearsed first, so that the script answers what is really asked;
 * then it is played into the house like any other.
 */
export function sampleResidents(
  house: House,
  { profiles, surnames, titles }: Demonstration,
  now: Instant,
): readonly SampleResident[] {
  const streets = house.town.places.districts.get(house.district)?.streets ?? []
  const bag = profiles.flatMap((profile) => Array.from({ length: profile.weight }, () => profile))
  const draw = drawing(SEED)
  return Array.from({ length: HOUSEHOLDS }, (_, n) => {
    const profile = bag[draw(bag.length)] as Demonstration['profiles'][number]
    const street = streets[n % streets.length]
    const committee = street?.committees[draw(street.committees.length)]
    const known: Readonly<Record<string, string>> = {
      consent: '同意',
      subject_name: `${surnames[draw(surnames.length)]}${titles[draw(titles.length)]}`,
      phone: `138001${String(30000 + n)}`,
      address: `${committee?.name ?? street?.name}`,
      enough: '1',
      papers: '跳过',
      summary: '好',
      ...profile.answers,
    }
    const at = now - draw(SPREAD / MINUTE) * MINUTE
    const says = rehearsed(house, known, profile.stops_at, at)
    return { user: `sample-${n}`, at, says }
  })
}

const SEED = 20_200_902

function rehearsed(
  house: House,
  known: Readonly<Record<string, string>>,
  stopsAt: string | undefined,
  at: Instant,
): readonly string[] {
  const says = ['你好']
  let session = arrive(newSession(house, at), { kind: 'text', text: '你好' })
  while (says.length < MOST_MESSAGES) {
    const open = whatWaits(session)
    const [step = '', mode] = open.split('.')
    if (open === 'none' || step === stopsAt) break
    const text = mode === undefined ? (known[step] ?? '跳过') : mode === 'pick' ? '1' : '对'
    says.push(text)
    session = arrive(session, { kind: 'text', text })
  }
  return says
}

/** Mulberry32: small, and the same everywhere. */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
