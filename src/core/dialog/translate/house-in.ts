import { bundleOf, type FlowBundle } from '../flow/flow-bundle.ts'
import { QUESTION_TEXTS } from '../flow/question-texts.ts'
import type { Flow, Question, RunStep, SlotDef, Step } from '../flow/schema.ts'
import type { House } from '../house.ts'
import type { Language } from './language.ts'
import { inLanguage, type Translated } from './translated.ts'

const made = new WeakMap<House, Map<string, House>>()

/**
 * The same house with its texts in a language: same flows, steps and values under the same hashes, so that a talk may
 * change its language between any two messages. It only speaks: messages are understood, and cases filed, by the house
 * itself, in Chinese.
 */
export function houseIn(house: House, code: string | undefined): House {
  const language = code === undefined ? undefined : house.languages?.[code]
  if (code === undefined || !language) return house
  const known = made.get(house) ?? new Map<string, House>()
  made.set(house, known)
  const spoken = known.get(code) ?? translatedHouse(house, language)
  known.set(code, spoken)
  return spoken
}

function translatedHouse(house: House, language: Language): House {
  const bundles = Object.entries(house.bundles).map(
    ([hash, bundle]) => [hash, bundleIn(bundle, language)] as const,
  )
  return {
    ...house,
    bundles: Object.fromEntries(bundles),
    phrases: phrasesIn(house.phrases, language.phrases),
  }
}

function bundleIn({ hash, written }: FlowBundle, language: Language): FlowBundle {
  const flows = Object.values(written)
  return bundleOf(
    hash,
    flows.map((flow) => flowIn(flow, language.flows[flow.id] ?? {})),
  )
}

function phrasesIn(
  phrases: House['phrases'],
  translated: Translated,
): Readonly<Record<string, string>> {
  const said = Object.entries(phrases).map(([key, source]) => {
    return [key, inLanguage(translated, key, source)] as const
  })
  return Object.fromEntries(said)
}

/** A flow with its texts translated as far as they are. */
function flowIn(flow: Flow, translated: Translated): Flow {
  const say = (key: string, source: string) => inLanguage(translated, key, source)
  const slots = Object.entries(flow.slots).map(([name, slot]): [string, SlotDef] => {
    return [name, { ...slot, label: say(`slot.${name}.label`, slot.label) }]
  })
  const silence = flow.defaults.silence.map((rung, at) =>
    rung.say ? { ...rung, say: say(`silence.${at}.say`, rung.say) } : rung,
  )
  return {
    ...flow,
    slots: Object.fromEntries(slots),
    defaults: { ...flow.defaults, silence },
    steps: flow.steps.map((step) => stepIn(step, say)),
  }
}

type Say = (key: string, source: string) => string

function stepIn(step: Step, say: Say): Step {
  if ('ask' in step) return questionIn(step, say)
  if ('adaptive' in step) {
    return { ...step, questions: step.questions.map((question) => questionIn(question, say)) }
  }
  if ('run' in step) return step.with ? { ...step, with: toldIn(step.id, step.with, say) } : step
  if (!('say' in step)) return step
  const { leave } = step
  const left = leave && { ...leave, label: say(`${step.id}.leave`, leave.label) }
  return { ...step, say: say(`${step.id}.say`, step.say), ...(left ? { leave: left } : {}) }
}

/** What a part is told is translated like any text; fixed values and answers are no texts. */
function toldIn(id: string, told: NonNullable<RunStep['with']>, say: Say): RunStep['with'] {
  const texts = Object.entries(told).map(([param, value]) => {
    return [param, typeof value === 'string' ? say(`${id}.with.${param}`, value) : value] as const
  })
  return Object.fromEntries(texts)
}

function questionIn<Asked extends Question>(question: Asked, say: Say): Asked {
  const texts = QUESTION_TEXTS.flatMap((field) => {
    const text = question[field]
    return text === undefined ? [] : [[field, say(`${question.id}.${field}`, text)] as const]
  })
  const options = Object.entries(question.options ?? {}).map(([value, option]) => {
    const label = say(`${question.id}.options.${value}`, option.label)
    return [value, { ...option, label }] as const
  })
  const wordings = Object.entries(question.wordings ?? {}).map(([key, wording]) => {
    return [key, { ...wording, ask: say(`${question.id}.wordings.${key}`, wording.ask) }] as const
  })
  return {
    ...question,
    ...Object.fromEntries(texts),
    ...(question.wordings ? { wordings: Object.fromEntries(wordings) } : {}),
    ...(question.options ? { options: Object.fromEntries(options) } : {}),
  }
}
