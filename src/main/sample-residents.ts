import type { House } from '../core/dialog/house.ts'
import { answerAs } from '../core/dialog/rehearse/persona.ts'
import { arrive, newSession } from '../core/dialog/rehearse/session.ts'
import { problem } from '../core/errors.ts'
import type { Incoming } from '../core/events/incoming.ts'
import { HOUR, type Instant, MINUTE } from '../core/time.ts'
import type { Demonstration } from '../edge/sources/demonstration.ts'

/** One invented resident: when the talk began, and what is sent, in order. */
export type SampleResident = {
  readonly user: string
  readonly at: Instant
  /** Thought out message by message, as it is read: the house must not stand still for it. */
  readonly sends: () => Generator<Incoming, void>
}

/** Beside the cast. */
const HOUSEHOLDS = 200

/** The talks began in this time before the start, so that some clocks have run out. */
const SPREAD = 60 * HOUR

/** A conversation that does not end is cut: no talk of these profiles takes half of it. */
const MOST_MESSAGES = 60

type Profile = Demonstration['profiles'][number]

type Person = {
  readonly profile: Profile
  readonly name: string
  readonly street: string
  readonly at: Instant
}

/** The same people at every start: first the cast in the street `home`, then the other streets. */
export function sampleResidents(
  house: House,
  demonstration: Demonstration,
  home: string,
  now: Instant,
): readonly SampleResident[] {
  const draw = drawing(SEED)
  const streets = house.town.places.districts.get(house.district)?.streets ?? []
  const committees = new Map(streets.map(({ code, committees: all }) => [code, all]))
  const others = streets.map(({ code }) => code).filter((code) => code !== home)
  const byTime = (a: Person, b: Person) => a.at - b.at
  const people = [
    ...cast(demonstration, home, now).sort(byTime),
    ...crowd(demonstration, others, draw, now).sort(byTime),
  ]
  return people.map(({ profile, name, street, at }, n) => {
    const known: Readonly<Record<string, string>> = {
      ...STANDARD,
      subject_name: name,
      phone: `138001${String(30_000 + n)}`,
      address: oneOf(committees.get(street) ?? [], draw)?.name ?? street,
      ...drawn(profile.answers, draw),
    }
    return {
      user: `sample-${n}`,
      at,
      sends: () => rehearsed(house, { profile, known, street, at }),
    }
  })
}

const SEED = 20_200_902

/** What everybody says where the profile is silent. */
const STANDARD = { consent: '同意', enough: '1', papers: '跳过', summary: '好' }

function cast({ cast: all, profiles }: Demonstration, home: string, now: Instant): Person[] {
  return all.map(({ profile: id, name, minutes_ago }) => {
    const profile = profiles.find((each) => each.id === id)
    if (!profile) throw problem('bad_data', { file: 'residents.yaml', profile: id })
    return { profile, name, street: home, at: now - minutes_ago * MINUTE }
  })
}

function crowd(
  { profiles, surnames, titles, given }: Demonstration,
  streets: readonly string[],
  draw: Draw,
  now: Instant,
): Person[] {
  const bag = profiles.flatMap((profile) => Array.from({ length: profile.weight }, () => profile))
  return Array.from({ length: HOUSEHOLDS }, (_, n) => ({
    profile: bag[draw(bag.length)] as Profile,
    name: `${oneOf(surnames, draw)}${oneOf(draw(5) < 2 ? given : titles, draw)}`,
    street: streets[n % streets.length] as string,
    at: now - draw(SPREAD / MINUTE) * MINUTE,
  }))
}

function drawn(answers: Profile['answers'], draw: Draw): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).map(([step, answer]) => [
      step,
      typeof answer === 'string' ? answer : (oneOf(answer, draw) ?? ''),
    ]),
  )
}

type Talk = {
  readonly profile: Profile
  readonly known: Readonly<Record<string, string>>
  readonly street: string
  readonly at: Instant
}

/** The talk is rehearsed while it is told, so that each line answers what is really asked. */
function* rehearsed(house: House, { profile, known, street, at }: Talk): Generator<Incoming, void> {
  const persona = { ...profile, name: '', about: '', answers: known }
  let next: Incoming = { kind: 'opened', preset: { street } }
  let session = newSession(house, at)
  for (let count = 0; count < MOST_MESSAGES; count++) {
    yield next
    session = arrive(session, next)
    const made = answerAs(persona, session)
    if (!made || !('me' in made)) return
    next = { kind: 'text', text: made.me }
  }
}

type Draw = (below: number) => number

const oneOf = <T>(all: readonly T[], draw: Draw): T | undefined => all[draw(all.length)]

/** Mulberry32: small, and the same everywhere. */
function drawing(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
