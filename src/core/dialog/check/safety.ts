import { judge } from '../../conditions/judge.ts'
import { parseCondition } from '../../conditions/parse.ts'
import { CRISIS_TYPES } from '../../understanding/understood.ts'
import { factTypes } from '../flow/fact-types.ts'
import { type FlowBundle, questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question } from '../flow/schema.ts'
import { error, type FlowProblem, warning } from './flow-problem.ts'

/** Every danger has its card with a number to call, and a person can be had at every question. */
export function dangerProblems(bundle: FlowBundle, flow: Flow): readonly FlowProblem[] {
  if (flow.kind !== 'interrupt') return []
  const types = factTypes(bundle)
  const cards = flow.steps.flatMap((step) => ('say' in step ? [step] : []))
  const firstQuestion = flow.steps.findIndex((step) => questionsOf(step).length > 0)
  const early = flow.steps.slice(0, firstQuestion < 0 ? undefined : firstQuestion)
  return CRISIS_TYPES.flatMap((type): readonly FlowProblem[] => {
    const shown = cards.filter((step) => early.includes(step) && shows(step.when, type, types))
    const [first] = shown
    if (!first) return [{ ...error('danger_without_card', flow.id), about: type }]
    return shown.some(({ say }) => say.includes('{hotline.'))
      ? []
      : [{ ...error('card_without_number', flow.id, first.id), about: type }]
  })
}

function shows(when: string | undefined, type: string, types: ReturnType<typeof factTypes>) {
  if (when === undefined) return true
  const parsed = parseCondition(when, types)
  return parsed.ok && judge(parsed.condition, { crisis: { type, tier: 'imminent' } }).value === true
}

/** `person` are the words by which people ask for a person: an option that takes them hides the person. */
export function personProblems(flow: Flow, person: readonly string[]): readonly FlowProblem[] {
  const taken = ({ options }: Question) =>
    Object.values(options ?? {})
      .flatMap(({ label, words }) => [label, ...(words ?? [])])
      .filter((word) => person.includes(word.trim()))
  return flow.steps.flatMap((step) =>
    questionsOf(step).flatMap((question) =>
      taken(question).map((about) => ({
        ...error('no_way_to_person', flow.id, question.id),
        field: 'options',
        about,
      })),
    ),
  )
}

/** A request becomes a case, also when somebody stops on the way, and nobody is written to at night. */
export function caseProblems(flow: Flow): readonly FlowProblem[] {
  const { silence } = flow.defaults
  const [first] = flow.steps
  const at = first?.id ?? ''
  const night = silence.some(({ say, quiet_hours }) => say !== undefined && !quiet_hours)
    ? [{ ...warning('speaks_at_night', flow.id, at), field: 'defaults' }]
    : []
  if (flow.kind !== 'help') return night
  const opens = flow.steps.some(
    (step) => 'do' in step && step.do.some((deed) => 'open_case' in deed),
  )
  const kept = flow.steps.some((step) => 'ask' in step && step.checkpoint)
  return [
    ...night,
    ...(opens ? [] : [error('no_case', flow.id)]),
    ...(kept ? [] : [warning('no_checkpoint', flow.id, at)]),
    ...(silence.some(({ park }) => park)
      ? []
      : [{ ...warning('never_parks', flow.id, at), field: 'defaults' }]),
  ]
}

/** Words that were agreed with the law office and with safety people: a change of them is looked at. */
export function lockedProblems(before: FlowBundle, after: FlowBundle): readonly FlowProblem[] {
  return Object.values(after.flows).flatMap((flow) => {
    const old = before.flows[flow.id]
    if (!old) return []
    const [first] = flow.steps
    const danger = flow.kind === 'interrupt' && JSON.stringify(old) !== JSON.stringify(flow)
    return [
      ...(danger ? [warning('danger_changed', flow.id, first?.id ?? '')] : []),
      ...consentsOf(flow).flatMap((question) => {
        const was = consentsOf(old).find(({ id }) => id === question.id)
        return JSON.stringify(was) === JSON.stringify(question)
          ? []
          : [warning('consent_changed', flow.id, question.id)]
      }),
    ]
  })
}

const consentsOf = (flow: Flow) =>
  flow.steps.flatMap((step) => ('ask' in step && step.consent ? [step] : []))
