import phrases from '../../../../locales/zh-CN/conditions.yaml'
import type { FactTypes } from '../../../core/conditions/fact-types.ts'
import { parseCondition } from '../../../core/conditions/parse.ts'
import { type Labels, type Phrases, sayCondition } from '../../../core/conditions/say.ts'
import { factTypes, slotTypes } from '../../../core/dialog/flow/fact-types.ts'
import { bundleOf, questionsOf } from '../../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { CRISIS_TYPES } from '../../../core/understanding/understood.ts'
import { say as sayEditor } from '../step/texts.ts'
import { say } from './texts.ts'

/** What a condition may speak of, and what that is called on a screen. */
export type Vocabulary = {
  readonly labels: Labels
  readonly types: FactTypes
  /** Titles of the parts, by id. */
  readonly parts: Readonly<Record<string, string>>
}

const HOUSE = [
  ...['crisis.type', 'crisis.tier', 'case.number', 'case.at_start', 'preset.street'],
  ...['urgency', 'minor'],
] as const

/** Answers that no option of a flow has a label for. */
const HOUSE_VALUES = {
  'crisis.tier': ['high', 'imminent'],
  'case.at_start': ['open', 'closed'],
  urgency: ['normal', 'same_day', 'now'],
  minor: ['none', 'writer', 'subject'],
} as const

/** The slots of all flows by their labels, their answers by the labels of the options. */
export function vocabularyOf(flows: readonly Flow[]): Vocabulary {
  const facts: Record<string, string> = {}
  const values: Record<string, Record<string, string>> = {}
  for (const name of HOUSE) facts[name] = say(`fact.${name}`)
  values['crisis.type'] = wordsOf(CRISIS_TYPES, (each) => sayEditor(`danger.${each}`))
  for (const [name, of] of Object.entries(HOUSE_VALUES)) {
    values[name] = wordsOf(of, (each) => say(`value.${name}.${each}`))
  }
  for (const flow of flows) {
    const named = { ...flow.params, ...flow.slots }
    for (const [name, { label }] of Object.entries(named)) facts[name] = label
    for (const { into, options = {} } of flow.steps.flatMap(questionsOf)) {
      const names = Object.entries(options).map(([key, { label }]) => [key, label])
      values[into] = { ...values[into], ...Object.fromEntries(names) }
    }
  }
  const parts = flows.filter(({ kind }) => kind === 'part')
  const inParts = parts.map(({ params, slots }) => slotTypes({ ...params, ...slots }))
  const types = Object.assign({}, ...inParts, factTypes(bundleOf('', flows)))
  const titles = parts.map(({ id, title }) => [id, title])
  return { labels: { facts, values }, types, parts: Object.fromEntries(titles) }
}

const wordsOf = (of: readonly string[], word: (value: string) => string) =>
  Object.fromEntries(of.map((each) => [each, word(each)]))

/** The condition in plain Chinese; null when it cannot be read. */
export function readOut(condition: string, { labels }: Vocabulary): string | null {
  const parsed = parseCondition(condition)
  return parsed.ok ? sayCondition(parsed.condition, labels, phrases as Phrases) : null
}
