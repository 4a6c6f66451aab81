import type { DomainEvent } from '../../events/event.ts'
import { HOUR, type Instant, SECOND } from '../../time.ts'
import type { Reply, Talk } from '../converse.ts'
import { questionsOf } from '../flow/flow-bundle.ts'
import type { House } from '../house.ts'
import { answerOf, type Memory, waiting } from '../machine/memory.ts'
import { memoryIn } from '../machine/turn-machine.ts'
import { stageOf } from '../stage.ts'
import { type WordingMark, wordingMarks } from './wording-marks.ts'

/**
 * What may happen at a step, as it is counted. shown: a talk came to it (said again it is not counted again);
 * answered: for the first time; left: no word for 20 hours; paused: the resident said so; back: a word after that.
 */
export const STEP_DEEDS = [
  'shown',
  'answered',
  'corrected',
  'skipped',
  'missed',
  'why',
  'person',
  'paused',
  'left',
  'back',
] as const

export type StepDeed = (typeof STEP_DEEDS)[number]

/** One thing that happened at a step of a flow in one turn. No words, no values. */
export type StepMark = { readonly flow: string } & (PlainMark | WordingMark)

type PlainMark = {
  readonly did: StepDeed
  readonly step: string
  /** answered: seconds since the question was last said. */
  readonly seconds?: number
}

/** Nobody answered for so long: the second rung of the shipped ladder of silence. */
const LEFT_AFTER = 20 * HOUR

/** What a turn did to the steps of its flow, for the figures of use. `resident`: whether somebody spoke. */
export function stepMarks(
  house: House,
  talk: Talk | null,
  reply: Reply,
  resident: boolean,
): readonly StepMark[] {
  const flows = house.bundles?.[reply.talk.bundle]?.flows
  if (flows === undefined) return []
  const after = memoryIn(reply.talk.snapshot)
  const turn: Turn = {
    before: talk === null ? null : memoryIn(talk.snapshot),
    after,
    lastAt: talk?.lastAt ?? 0,
    now: reply.talk.lastAt,
    resident,
  }
  const flowOf = (step: string) => {
    const all = [flows[reply.talk.flow], ...Object.values(flows)]
    return all.find((flow) => flow?.steps.some((each) => holds(each, step)))?.id
  }
  const { before } = turn
  const { events } = reply
  const plain = [...events.flatMap((event) => told(turn, event)), ...seen(turn)]
  const left = plain.find(({ did }) => did === 'left')?.step ?? null
  const { setting } = stageOf(house, reply.talk.bundle, reply.talk.flow)
  const deeds = [...plain, ...wordingMarks(setting.questions, { before, after, events, left })]
  return deeds.flatMap(({ step, ...deed }) => {
    const flow = step === null ? undefined : flowOf(step)
    return step === null || flow === undefined ? [] : [{ ...deed, flow, step }]
  })
}

type Turn = {
  readonly before: Memory | null
  readonly after: Memory
  readonly lastAt: Instant
  readonly now: Instant
  readonly resident: boolean
}

type Deed = Omit<PlainMark, 'step'> & { readonly step: string | null }

const holds = (step: Parameters<typeof questionsOf>[0], id: string) =>
  step.id === id || questionsOf(step).some((question) => question.id === id)

/** What the events of the turn say. */
function told({ before, now }: Turn, event: DomainEvent): readonly Deed[] {
  const open = before ? (waiting(before)?.step ?? null) : null
  switch (event.type) {
    case 'answer_recorded': {
      const { step } = event
      const isFirst = before === null || answerOf(before, event.slot) === undefined
      if (!isFirst || before?.open?.step !== step) return []
      return [{ did: 'answered', step, seconds: Math.round((now - before.askedAt) / SECOND) }]
    }
    case 'answer_corrected':
      return [{ did: 'corrected', step: before?.answers[event.slot]?.step ?? null }]
    case 'answer_skipped':
      return [{ did: 'skipped', step: event.step }]
    case 'answer_not_understood':
      return [{ did: 'missed', step: event.step }]
    case 'repair_used':
      return event.act === 'why' ? [{ did: 'why', step: event.step }] : []
    case 'person_asked':
      return [{ did: 'person', step: open }]
    case 'conversation_parked':
      return event.by === 'resident' ? [{ did: 'paused', step: event.step }] : []
    default:
      return []
  }
}

/** What the memory shows: a question that stands there for the first time, silence, a word after it. */
function seen({ before, after, lastAt, now, resident }: Turn): readonly Deed[] {
  const deeds: Deed[] = []
  const open = after.open?.step
  const isNew = open !== undefined && open !== before?.open?.step && !before?.trail.includes(open)
  if (isNew) deeds.push({ did: 'shown', step: open })
  if (!before?.open) return deeds
  const silent = now - before.askedAt >= LEFT_AFTER
  const wasSilent = lastAt - before.askedAt >= LEFT_AFTER
  if (!resident && silent && !wasSilent) deeds.push({ did: 'left', step: before.open.step })
  if (resident && (silent || before.parked)) deeds.push({ did: 'back', step: before.open.step })
  return deeds
}
