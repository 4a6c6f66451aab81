import { bundleOf, type FlowBundle } from '../../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import type { House } from '../../../core/dialog/house.ts'
import { type PackedHouse, unpackHouse } from '../../../core/dialog/pack-house.ts'
import { type Covered, coverageOf } from '../../../core/dialog/rehearse/coverage.ts'
import type { Failure } from '../../../core/dialog/rehearse/failure.ts'
import { type Begin, begin, type Move } from '../../../core/dialog/rehearse/moves.ts'
import { answerAs, answerOn, type Persona } from '../../../core/dialog/rehearse/persona.ts'
import { playTalk } from '../../../core/dialog/rehearse/play-talk.ts'
import { recordTalk } from '../../../core/dialog/rehearse/record-talk.ts'
import { goOn, type Replayed } from '../../../core/dialog/rehearse/replay.ts'
import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import { type Walked, walkOf } from '../../../core/dialog/rehearse/walked.ts'
import { isProblem } from '../../../core/errors.ts'
import { readFlow, readTalkFile } from './read-texts.ts'
import type { Script, Unplayable, View } from './view.ts'
import { viewOf } from './view-of.ts'

/** Reads a condition of these flows out, in words; null when it cannot be read. */
export type Reader = (flows: readonly Flow[]) => (condition: string) => string | null

export type Given = {
  readonly house: PackedHouse
  /** Texts of the flows by path. */
  readonly flows: Readonly<Record<string, string>>
}

export type TalkResult = {
  readonly path: string
  readonly name: string
  /** What keeps it from being played at all. */
  readonly unreadable: string | null
  readonly failures: readonly Failure[]
}

export type TalkRun = {
  readonly results: readonly TalkResult[]
  /** Talks are numbered as they stand in `results`. */
  readonly covered: readonly Covered[]
  /** Milliseconds. */
  readonly took: number
}

/** A talk that nobody sees. */
const WARM: Begin = { at: '2026-01-05T09:00+08:00', channel: 'web', opened: true }

export type Player = ReturnType<typeof createPlayer>

/**
 * Plays talks on flows whose texts change while they are written. The machine, the lexicons and the weights are
 * those of the server; nothing is stored and nothing leaves the page.
 */
export function createPlayer(given: Given, reader: Reader, clock: () => number) {
  const base = unpackHouse(given.house)
  const texts = new Map(Object.entries(given.flows))
  let version = 0
  let current: House | Unplayable = houseOf(base, texts, version)
  let last: (Replayed & { readonly house: House; readonly begin: string }) | null = null

  const play = (script: Script): View | Unplayable => {
    if (!isHouse(current)) return current
    const house = current
    const began = clock()
    try {
      const replayed = goOn(goneOnFrom(house, script))
      last = { ...replayed, house, begin: JSON.stringify(script.begin) }
      const read = reader(Object.values(bundleIn(house).flows))
      return viewOf(script.begin, replayed, read, clock() - began)
    } catch (error) {
      return unplayable(error)
    }
  }

  /** What was played before and is the same still is not played again. */
  const goneOnFrom = (house: House, { begin: how, moves }: Script): Replayed => {
    const known = last?.house === house && last.begin === JSON.stringify(how) ? last : null
    const first = known?.sessions[0] ?? begin(house, how)
    const made = known?.made ?? []
    let same = 0
    while (same < made.length && JSON.stringify(made[same]) === JSON.stringify(moves[same])) same++
    return {
      sessions: known ? known.sessions.slice(0, same + 1) : [first],
      made: moves.slice(0, same),
      rest: moves.slice(same),
      gone: [],
    }
  }

  return {
    play,
    /** Takes over the text of a flow as it stands now; null takes it away. */
    change: (path: string, text: string | null): void => {
      if (texts.get(path) === (text ?? undefined)) return
      if (text === null) texts.delete(path)
      else texts.set(path, text)
      version += 1
      current = houseOf(base, texts, version)
    },
    /** Builds what is built at first use, so that nobody waits for it: rules, names of places. */
    warm: (persona: Persona): void => {
      if (isHouse(current)) answerOn(persona, begin(current, WARM))
    },
    /** What this person writes next; null when nothing more is written. */
    next: (persona: Persona): Move | null => {
      const session = last?.sessions.at(-1)
      return session ? answerAs(persona, session) : null
    },
    record: (name: string): StoredTalk | null => {
      if (!last) return null
      const moves = last.made.map(({ move }) => move)
      return recordTalk(name, JSON.parse(last.begin) as Begin, moves, last.sessions)
    },
    /** Plays these files of talks; stops after each talk, so that whoever drives it can do something else. */
    run: (talks: Readonly<Record<string, string>>): Generator<void, TalkRun | Unplayable> =>
      run(current, talks, clock),
  }
}

function* run(
  house: House | Unplayable,
  files: Readonly<Record<string, string>>,
  clock: () => number,
): Generator<void, TalkRun | Unplayable> {
  if (!isHouse(house)) return house
  const began = clock()
  const results: TalkResult[] = []
  const walks: (readonly Walked[])[] = []
  for (const [path, text] of Object.entries(files)) {
    for (const each of readTalkFile(text)) {
      yield
      if (each.ok) {
        const { failures, sessions } = playTalk(house, each.talk)
        results.push({ path, name: each.talk.name, unreadable: null, failures })
        walks.push(walkOf(sessions))
      } else {
        const unreadable = `${each.field}: ${each.says}`
        results.push({ path, name: each.field, unreadable, failures: [] })
        walks.push([])
      }
    }
  }
  return { results, covered: coverageOf(bundleIn(house), walks), took: clock() - began }
}

/** The house with the flows as they are written now, or the first thing that keeps them from being played. */
function houseOf(
  base: House,
  texts: ReadonlyMap<string, string>,
  version: number,
): House | Unplayable {
  const flows: Flow[] = []
  for (const [path, text] of texts) {
    const read = readFlow(text)
    if (!read.ok) return { code: 'unreadable', about: `${path}: ${read.says}` }
    flows.push(read.flow)
  }
  const hash = `written-${version}`
  return { ...base, current: hash, bundles: { [hash]: bundleOf(hash, flows) } }
}

const isHouse = (current: House | Unplayable): current is House => 'bundles' in current

const bundleIn = ({ bundles, current }: House): FlowBundle =>
  bundles[current] ?? bundleOf(current, [])

/** A condition that does not parse, or a flow of a kind that the house cannot do without. */
function unplayable(error: unknown): Unplayable {
  if (!isProblem(error)) throw error
  const { step, when, kind } = error.details
  if (when === undefined) return { code: 'missing', about: String(kind ?? '') }
  return { code: 'condition', about: String(when), ...(step ? { step: String(step) } : {}) }
}
