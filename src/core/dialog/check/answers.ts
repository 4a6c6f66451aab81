import { type FlowBundle, questionsOf, slotsOf } from '../flow/flow-bundle.ts'
import { SLOT_DEEDS } from '../flow/rename-step.ts'
import type { Flow, Question, SlotDef } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/** Answers that are free words or figures: the house's general sentence does not help to give them again. */
const HARD_TO_SAY: readonly SlotDef['type'][] = ['phone', 'address', 'name', 'story', 'household']

/** Questions and what is kept of their answers. */
export function answerProblems(bundle: FlowBundle, flow: Flow): readonly FlowProblem[] {
  const slots = slotsOf(bundle)
  return [
    ...unusedSlots(bundle, flow),
    ...flow.steps.flatMap((step) => [
      ...(step.section !== undefined && !flow.sections?.[step.section]
        ? [{ ...error('no_such_section', flow.id, step.id), about: step.section }]
        : []),
      ...namedSlots(slots, flow, step),
      ...questionsOf(step).flatMap((question) => [
        ...sameWords(flow, question),
        ...impossible(flow, question),
        ...unhelpful(flow, question),
      ]),
      ...('adaptive' in step ? twiceAsked(flow, step) : []),
    ]),
  ]
}

function unusedSlots(bundle: FlowBundle, flow: Flow): readonly FlowProblem[] {
  const filled = new Set(
    Object.values(bundle.flows).flatMap(({ steps }) =>
      steps.flatMap((step) =>
        questionsOf(step).flatMap(({ into, otherwise }) =>
          otherwise ? [into, otherwise.into] : [into],
        ),
      ),
    ),
  )
  const [first] = flow.steps
  return Object.keys(flow.slots)
    .filter((slot) => !filled.has(slot))
    .map((about) => ({ ...warning('unused_slot', flow.id, first?.id ?? ''), about }))
}

/** Slots that a step names besides its own. */
function namedSlots(
  slots: Readonly<Record<string, SlotDef>>,
  flow: Flow,
  step: Flow['steps'][number],
): readonly FlowProblem[] {
  const others = questionsOf(step).flatMap(({ otherwise }) => (otherwise ? [otherwise.into] : []))
  const summarised = 'ask' in step ? (step.summarise ?? []) : []
  const deeds = 'do' in step ? step.do.flatMap(slotsOfDeed) : []
  const recalled = 'ask' in step ? Object.keys(step.recall ?? {}) : []
  return [...others, ...summarised, ...recalled, ...deeds]
    .filter((slot) => !slots[slot])
    .map((about) => ({ ...error('no_such_slot', flow.id, step.id), about }))
}

function slotsOfDeed(deed: object): readonly string[] {
  return Object.entries(deed).flatMap(([name, value]) =>
    SLOT_DEEDS.has(name) ? [String(value)] : [],
  )
}

/** The same word for two options: whichever is meant, it may be the other. */
function sameWords(flow: Flow, { id, options }: Question): readonly FlowProblem[] {
  const seen = new Map<string, string>()
  const found: FlowProblem[] = []
  for (const [key, { label, words }] of Object.entries(options ?? {})) {
    for (const word of new Set([label, ...(words ?? [])])) {
      const other = seen.get(word)
      if (other !== undefined && other !== key)
        found.push({ ...error('same_word', flow.id, id), field: 'options', about: word })
      seen.set(word, key)
    }
  }
  return found
}

function impossible(flow: Flow, { id, check }: Question): readonly FlowProblem[] {
  const { min, max, min_length: least, max_length: most } = check ?? {}
  const isWrong =
    (min !== undefined && max !== undefined && min > max) ||
    (least !== undefined && most !== undefined && least > most)
  return isWrong ? [{ ...error('impossible_check', flow.id, id), field: 'check' }] : []
}

function unhelpful(flow: Flow, { id, into, miss, ask }: Question): readonly FlowProblem[] {
  const type = flow.slots[into]?.type
  const isHard = type !== undefined && HARD_TO_SAY.includes(type)
  return [
    ...(isHard && !miss ? [warning('no_miss', flow.id, id)] : []),
    ...(/[？?]/.test(ask) ? [] : [{ ...warning('no_question_mark', flow.id, id), field: 'ask' }]),
  ]
}

type Adaptive = Extract<Flow['steps'][number], { adaptive: unknown }>

function twiceAsked(flow: Flow, { id, adaptive, questions }: Adaptive): readonly FlowProblem[] {
  const codes = questions.map(({ indicator }) => indicator)
  const twice = questions.filter(({ indicator }, at) => codes.indexOf(indicator) !== at)
  const missing = (adaptive.always ?? []).filter((code) => !codes.includes(code))
  return [
    ...twice
      .filter(({ when }) => when === undefined)
      .map((each) => ({
        ...warning('indicator_twice', flow.id, each.id),
        about: each.indicator,
      })),
    ...missing.map((about) => ({ ...error('indicator_without_question', flow.id, id), about })),
  ]
}
