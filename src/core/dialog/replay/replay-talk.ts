import { fileCase } from '../file-case.ts'
import { optionDanger } from '../hear/option-danger.ts'
import type { House } from '../house.ts'
import { EMPTY, type Memory, type Open, waiting } from '../machine/memory.ts'
import type { Meaning } from '../machine/signal.ts'
import { asleep, memoryOf, turn } from '../machine/turn-machine.ts'
import { stillFits } from '../move/go-over.ts'
import type { Setting } from '../setting.ts'
import { currentFlow } from '../stage.ts'
import type { Recorded } from './recorded.ts'

/** Where the same answers lead in one house. */
export type Replayed = {
  /** Questions that are asked, in order. */
  readonly path: readonly string[]
  /** The grade, or the range that is still open; null without a case. */
  readonly grade: string | null
  readonly queue: string | null
  readonly urgency: string
  /** How the talk ends, or the question at which these answers end. */
  readonly ends: string
}

/** No flow asks one household so many questions; also ends a talk that goes in a circle. */
const MOST = 150

/**
 * Plays what was once answered through the current flow: each question gets the answer of its slot, and is skipped
 * where there was none. Pure; the machine, the model and the routing are those of the house.
 */
export function replayTalk(house: House, recorded: Recorded): Replayed {
  const { setting, ready } = currentFlow(house, 'help')
  const at = { now: recorded.at, fresh: FRESH }
  const memory: Memory = { ...EMPTY, preset: recorded.preset, welcomedAt: recorded.at }
  let { snapshot } = turn(ready, asleep(ready, memory), { type: 'start', ...at })
  const path: string[] = []
  for (let count = 0; count < MOST; count += 1) {
    const open = waiting(memoryOf(snapshot))
    const meaning = open ? meaningAt(setting, open, recorded) : undefined
    if (!open || !meaning) break
    if (path.at(-1) !== open.step) path.push(open.step)
    const { snapshot: next } = turn(ready, snapshot, { ...meaning, ...at })
    const after = waiting(memoryOf(next))
    snapshot = next
    // Asked the very same again: these answers do not lead on from here.
    if (after?.step === open.step && after.mode === open.mode) break
  }
  return concluded(setting, memoryOf(snapshot), path, recorded)
}

/** A replay opens no case. */
const FRESH = { caseId: '00000000-0000-4000-8000-000000000000', caseNumber: '1111-1111' }

function meaningAt(setting: Setting, open: Open, recorded: Recorded): Meaning | undefined {
  if (open.mode === 'confirm' || open.mode === 'heard') return { type: 'yes' }
  if (open.mode === 'reflect') return { type: isConfirmed(recorded) ? 'yes' : 'no' }
  const question = setting.questions[open.step]?.question
  if (open.mode !== 'ask' || !question) return undefined
  const def = setting.slots[question.into]
  const known = recorded.answers[question.into]
  if (!known || !def) return { type: 'skip', how: 'skip' }
  if ('left' in known) return { type: 'skip', how: known.left }
  const { value } = known
  const kept = { step: open.step, at: recorded.at, basis: 'answer', value } as const
  if (!stillFits(def, kept)) return { type: 'skip', how: 'skip' }
  const kind = optionDanger(question, value)
  if (kind) return { type: 'crisis', tier: 'high', kind, rule: 'option', answer: value }
  const heard = def.type === 'story' ? { heard: recorded.heard } : {}
  return { type: 'answer', value, ...heard }
}

const isConfirmed = ({ heard }: Recorded) => heard.some(({ confirmed }) => confirmed === true)

function concluded(
  setting: Setting,
  memory: Memory,
  path: readonly string[],
  recorded: Recorded,
): Replayed {
  const file = fileCase(setting, memory, recorded.at)
  const grade = file?.assessment
  return {
    path,
    grade: grade ? (grade.grade ?? grade.gradeRange.join('–')) : null,
    queue: file?.route.queue ?? null,
    urgency: memory.urgency,
    ends: memory.outcome ?? waiting(memory)?.step ?? '',
  }
}
