import type { FactTypes } from '../../conditions/fact-types.ts'
import { parseCondition } from '../../conditions/parse.ts'
import { factTypes } from '../flow/fact-types.ts'
import { type FlowBundle, flowOfKind, questionsOf } from '../flow/flow-bundle.ts'
import { END } from '../flow/run-part.ts'
import type { Flow, Question, Step } from '../flow/schema.ts'
import type { House } from '../house.ts'
import { answerProblems } from './answers.ts'
import { type ChannelLimits, channelProblems } from './channel-limits.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'
import { nameProblems } from './known-names.ts'
import { toldAtCalls } from './parts.ts'
import { roadProblems, roadsOf } from './roads.ts'
import { caseProblems, dangerProblems, lockedProblems, personProblems } from './safety.ts'
import { type Translations, translationProblems } from './translations.ts'
import { checkPhrases, checkWording, type Wording } from './wording.ts'
import { wordingsProblems } from './wordings.ts'

/** States that every machine has; a step may not take their names. */
const RESERVED = new Set([
  'asleep',
  'flow',
  'hist',
  'aside',
  'going',
  'returning',
  'with_person',
  'waiting',
  'talking',
  'parked',
  'ended',
  'ended_hist',
  'interrupted',
  'withdrawing',
  'restarting',
  'resuming',
  'correcting',
  'choosing_correction',
])

/** Nine options fit the digits (rule 6). */
const MOST_OPTIONS = 9

/** The flows that are in use, and the phrases beside them: what is left are warnings. */
export function checkHouse(house: House): readonly FlowProblem[] {
  const bundle = house.bundles[house.current]
  return [
    ...(bundle ? checkBundle(bundle, house.wording, { translations: translationsIn(house) }) : []),
    ...checkPhrases(house.phrases, house.wording),
  ]
}

/** The texts of each flow by language. */
function translationsIn({ languages = {}, bundles, current }: House) {
  const flows = Object.keys(bundles[current]?.written ?? {})
  return Object.fromEntries(
    flows.map((flow) => {
      const texts = Object.entries(languages).map(([code, each]) => [code, each.flows[flow] ?? {}])
      return [flow, Object.fromEntries(texts) as Translations] as const
    }),
  )
}

/** What a bundle is held against besides itself. */
export type Beside = {
  readonly channels?: ChannelLimits
  /** By the id of the flow. */
  readonly translations?: Readonly<Record<string, Translations>>
  /** What is in force. */
  readonly before?: FlowBundle
}

/**
 * Every check of a bundle. One function for the loader, the command line and the studio; with the locale's
 * words also how the texts read.
 */
export function checkBundle(
  bundle: FlowBundle,
  wording?: Wording,
  beside: Beside = {},
): readonly FlowProblem[] {
  const whole: FlowProblem[] = []
  if (!flowOfKind(bundle, 'help')) whole.push(error('no_help_flow', ''))
  if (!flowOfKind(bundle, 'interrupt')) whole.push(error('no_interrupt', ''))
  const locked = beside.before ? lockedProblems(beside.before, bundle) : []
  return [
    ...whole,
    ...toldAtCalls(
      bundle,
      [...played(bundle, Object.values(bundle.flows), wording), ...locked],
      (part) => played({ ...bundle, flows: { ...bundle.flows, [part.id]: part } }, [part], wording),
    ),
    ...Object.values(bundle.written).flatMap((flow) => [
      ...wordingsProblems(flow),
      ...(beside.channels ? channelProblems(flow, beside.channels) : []),
      ...translationProblems(flow, beside.translations?.[flow.id] ?? {}),
    ]),
    ...(wording ? checkWording(bundle, wording) : []),
  ]
}

/** What shows when flows are played: roads, names, conditions, answers. */
function played(
  bundle: FlowBundle,
  flows: readonly Flow[],
  wording: Wording | undefined,
): readonly FlowProblem[] {
  const types = factTypes(bundle)
  return [
    ...duplicates(flows),
    ...flows.flatMap((flow) => [
      ...checkSteps(types, flow),
      ...roadsAndNames(bundle, flow),
      ...consentProblems(flow),
      ...answerProblems(bundle, flow),
      ...dangerProblems(bundle, flow),
      ...caseProblems(flow),
      ...(wording ? personProblems(flow, wording.person) : []),
    ]),
  ]
}

function duplicates(flows: readonly Flow[]): readonly FlowProblem[] {
  const steps = flows.flatMap((flow) =>
    flow.steps.flatMap((step) => {
      const inner = 'adaptive' in step ? step.questions.map(({ id }) => id) : []
      return [step.id, ...inner].map((id) => ({ id, flow: flow.id }))
    }),
  )
  const slots = flows.flatMap((flow) =>
    Object.keys(flow.slots).map((id) => ({ id, flow: flow.id })),
  )
  return [
    ...twice(steps).map(({ id, flow }) => error('duplicate_step', flow, id)),
    ...steps
      .filter(({ id }) => RESERVED.has(id) || id.startsWith('end_'))
      .map(({ id, flow }) => error('reserved_step', flow, id)),
    ...twice(slots).map(({ id, flow }) => ({ ...error('slot_twice', flow), about: id })),
  ]
}

function twice<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return items.filter(({ id }) => seen.size === seen.add(id).size)
}

function checkSteps(types: FactTypes, flow: Flow): readonly FlowProblem[] {
  const ids = new Set(flow.steps.map(({ id }) => id))
  return flow.steps.flatMap((step) => checkStep(types, flow, step, ids))
}

function checkStep(
  types: FactTypes,
  flow: Flow,
  step: Step,
  ids: ReadonlySet<string>,
): readonly FlowProblem[] {
  const targets = [
    ...('goto' in step && step.goto ? [step.goto] : []),
    ...questionsOf(step).flatMap((question) => [
      ...Object.values(question.options ?? {}).flatMap(({ goto }) => (goto ? [goto] : [])),
      ...(question.otherwise ? [question.otherwise.goto] : []),
    ]),
  ]
  const missing = targets
    .filter((target) => !ids.has(target) && target !== END)
    .map((target) => ({ ...error('no_such_step', flow.id, step.id), about: target }))
  const inner = 'adaptive' in step ? step.questions : []
  return [
    ...missing,
    ...[step, ...inner].flatMap(({ id, when }) => conditionProblems(types, flow, id, when)),
    ...questionsOf(step).flatMap((question) => checkQuestion(flow, question)),
  ]
}

function conditionProblems(
  types: FactTypes,
  flow: Flow,
  step: string,
  when: string | undefined,
): readonly FlowProblem[] {
  const parsed = when === undefined ? undefined : parseCondition(when, types)
  if (!parsed || parsed.ok) return []
  return parsed.problems.map(({ code, name }) => ({
    ...error('bad_condition', flow.id, step),
    field: 'when',
    about: name ? `${code} ${name}` : code,
  }))
}

function checkQuestion(flow: Flow, question: Question): readonly FlowProblem[] {
  const def = flow.slots[question.into]
  if (!def) return [{ ...error('no_such_slot', flow.id, question.id), about: question.into }]
  const keys = Object.keys(question.options ?? {})
  const isChoice = def.type === 'choice' || def.type === 'choices'
  const of = def.of ?? []
  const found: FlowProblem[] = []
  if (isChoice && keys.length === 0) found.push(error('missing_options', flow.id, question.id))
  for (const key of isChoice ? keys.filter((each) => !of.includes(each)) : []) {
    found.push({ ...error('unknown_option', flow.id, question.id), about: key })
  }
  for (const key of isChoice ? of.filter((each) => !keys.includes(each)) : []) {
    found.push({ ...error('missing_option', flow.id, question.id), about: key })
  }
  if (!question.why) found.push(warning('no_why', flow.id, question.id))
  if (keys.length > MOST_OPTIONS) found.push(warning('too_many_options', flow.id, question.id))
  return found
}

function roadsAndNames(bundle: FlowBundle, flow: Flow): readonly FlowProblem[] {
  const roads = roadsOf(flow)
  return [...roadProblems(flow, roads), ...nameProblems(bundle, flow, roads)]
}

/** In a flow that asks for consent nothing personal is asked before it (个人信息保护法 art. 14, 29). */
function consentProblems(flow: Flow): readonly FlowProblem[] {
  if (flow.kind !== 'help') return []
  const questions = flow.steps.flatMap((step) => questionsOf(step).map((question) => question))
  const consent = questions.findIndex((question) => 'consent' in question && question.consent)
  return questions
    .slice(0, consent < 0 ? undefined : consent)
    .flatMap((question) =>
      flow.slots[question.into]?.privacy === 'record'
        ? []
        : [error('personal_before_consent', flow.id, question.id)],
    )
}
