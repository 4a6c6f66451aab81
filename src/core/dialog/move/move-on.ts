import type { AnyMachineSnapshot } from 'xstate'
import type { DomainEvent } from '../../events/event.ts'
import type { Incoming } from '../../events/incoming.ts'
import type { Outgoing } from '../../events/outgoing.ts'
import type { Instant } from '../../time.ts'
import type { Fresh } from '../fresh.ts'
import type { House } from '../house.ts'
import type { Memory } from '../machine/memory.ts'
import { memoryOf } from '../machine/turn-machine.ts'
import { phrase } from '../say/phrase.ts'
import { currentFlow, type Stage } from '../stage.ts'
import { goOver } from './go-over.ts'
import { staysFor } from './stays.ts'

/** Where a turn has come to: the stage, the place on it, what was said and what happened. */
export type Ran = {
  readonly stage: Stage
  readonly snapshot: AnyMachineSnapshot
  readonly out: readonly Outgoing[]
  readonly events: readonly DomainEvent[]
}

type Arriving = { readonly incoming: Incoming; readonly now: Instant; readonly fresh: Fresh }

/**
 * Takes somebody over to the flow in force, where the release says so. His message was understood by the text that
 * he was asked in; the next question is asked in the new one. Null: nobody is moved by this turn.
 */
export function movedOn(
  house: House,
  scene: { readonly before: Memory },
  ran: Ran,
  { incoming, now, fresh }: Arriving,
): Ran | null {
  const { stage, snapshot } = ran
  const { moving } = house
  const { hash } = stage.setting.bundle
  if (!moving?.from.includes(hash) || hash === house.current) return null
  if (!SPEAKS.has(incoming.kind) || !asksAnew(scene.before, ran)) return null
  const memory = memoryOf(snapshot)
  if (staysFor(stage.setting, snapshot) !== null || (memory.movedBy ?? 0) >= moving.release)
    return null
  const to = moving.steps[memory.open?.step ?? '']
  const next = currentFlow(house, 'help')
  const gone = goOver(
    next,
    { memory: { ...memory, movedBy: moving.release }, bundle: hash },
    { now, fresh, ...(to === undefined ? {} : { to }) },
  )
  const [said, asked] = [ran.out.slice(0, -1), ran.out.at(-1)]
  const isSame = gone.out.length === 1 && JSON.stringify(gone.out[0]) === JSON.stringify(asked)
  const told = isSame ? null : phrase(next.setting, 'moved.kept', memoryOf(gone.snapshot), now)
  return {
    ...{ stage: next, snapshot: gone.snapshot },
    out: [...said, ...(told ? [told] : []), ...gone.out],
    events: [...ran.events, ...gone.events],
  }
}

const SPEAKS: ReadonlySet<Incoming['kind']> = new Set(['text', 'tap', 'media'])

/** Just now a question of the flow was put for the first time, or again after a rest: then another may stand there. */
function asksAnew(before: Memory, { snapshot, out }: Ran): boolean {
  const { open, tries, aside } = memoryOf(snapshot)
  if (!snapshot.matches('flow') || !open || aside || tries > 0) return false
  if (out.at(-1)?.urgency !== 'question' || !FIRST.has(open.mode)) return false
  const rested = before.parked || before.aside?.mode === 'resume'
  return rested || before.open?.step !== open.step
}

/** Ways in which a question is put first. */
const FIRST: ReadonlySet<string> = new Set(['ask', 'heard'])
