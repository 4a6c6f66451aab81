import type { Instant } from '../../time.ts'
import type { Talk } from '../converse.ts'
import type { Flow } from '../flow/schema.ts'
import type { House } from '../house.ts'
import type { Memory } from '../machine/memory.ts'
import { memoryOf, thaw } from '../machine/turn-machine.ts'
import type { Setting } from '../setting.ts'
import { currentFlow, stageOf } from '../stage.ts'
import type { Fate } from './fates.ts'
import { askedMore, goOver, isOwn } from './go-over.ts'
import { staysFor } from './stays.ts'

/** What becomes of one who is in the middle, were this house's current flow in force. */
export type Foreseen = {
  readonly flow: string
  /** The question where he stands. */
  readonly step: string
  readonly fate: Fate
  /** The question that he comes to; null = none, or his own place. */
  readonly goesTo: string | null
  /** Questions that he gets besides. */
  readonly more: number
}

/**
 * Pure. Null: the talk is over, or its flow reads the same in both. `steps`: what the author says of those who stand
 * at a question.
 */
export function foreseeMove(
  house: House,
  talk: Talk,
  steps: Readonly<Record<string, string>>,
  now: Instant,
): Foreseen | null {
  const old = stageOf(house, talk.bundle, talk.flow)
  const next = currentFlow(house, 'help')
  const snapshot = thaw(old.ready, talk.snapshot)
  if (snapshot.matches('ended') || isSame(house, old.setting)) return null
  const memory = memoryOf(snapshot)
  const step = standsAt(old.setting, memory)
  const here = { flow: old.setting.flow.id, step }
  const stays = staysFor(old.setting, snapshot)
  if (stays) return { ...here, fate: stays, goesTo: null, more: 0 }
  const to = steps[step]
  const leaving = { memory, bundle: talk.bundle }
  const gone = goOver(next, leaving, { now, fresh: FRESH, ...(to === undefined ? {} : { to }) })
  const goesTo = memoryOf(gone.snapshot).open?.step ?? null
  const more = askedMore(old.setting, next.setting, memory).length
  const fate = fateOf(isOwn(next.setting, step), step, goesTo, more)
  return { ...here, fate, goesTo, more }
}

function fateOf(isThere: boolean, step: string, goesTo: string | null, more: number): Fate {
  if (goesTo === null) return 'ends'
  if (!isThere) return 'removed'
  return goesTo !== step || more > 0 ? 'asked_more' : 'goes_on'
}

/** The open question, else the last one. */
const standsAt = ({ flow }: Setting, { open, trail }: Memory): string =>
  open?.step ?? trail.at(-1) ?? flow.steps[0]?.id ?? ''

/** Nothing that is asked differs: whoever stands on the old one needs no plan. */
function isSame(house: House, { flow, bundle }: Setting): boolean {
  if (bundle.hash === house.current) return true
  const now = house.bundles[house.current]?.flows[flow.id]
  return now !== undefined && written(now) === written(flow)
}

/** Thousands stand on the same few flows. */
const texts = new WeakMap<Flow, string>()

function written(flow: Flow): string {
  const known = texts.get(flow) ?? JSON.stringify(flow)
  texts.set(flow, known)
  return known
}

/** A rehearsal opens no case. */
const FRESH = { caseId: '00000000-0000-4000-8000-000000000000', caseNumber: '1111-1111' }
