import { parseCondition } from '../../conditions/parse.ts'
import { printExpression } from '../../conditions/print.ts'
import { replaceNames } from '../../conditions/substitute.ts'
import { QUESTION_TEXTS } from './question-texts.ts'
import type { Deed, Question, Step } from './schema.ts'

/** What names inside a part mean outside of it. */
export type Names = {
  readonly step: (id: string) => string
  /** The slot that a fact is, or the value that it was told to be. */
  readonly fact: (name: string) => { readonly slot: string; readonly value?: string | number }
}

/** A step of a part as it stands in the flow that runs it. */
export function renamed(step: Step, names: Names): Step {
  const own = { ...step, id: names.step(step.id), ...whenIn(step, names) }
  if ('ask' in own) {
    const { summarise, recall } = own
    const slotOf = (name: string) => names.fact(name).slot
    const recalled = Object.entries(recall ?? {}).map(([name, age]) => [slotOf(name), age] as const)
    return {
      ...questionIn(own, names),
      ...(summarise ? { summarise: summarise.map(slotOf) } : {}),
      ...(recall ? { recall: Object.fromEntries(recalled) } : {}),
    }
  }
  if ('say' in own) {
    const goto = own.goto === undefined ? {} : { goto: names.step(own.goto) }
    const leave = own.leave && { ...own.leave, goto: names.step(own.leave.goto) }
    return { ...own, say: textIn(own.say, names), ...goto, ...(leave ? { leave } : {}) }
  }
  if ('adaptive' in own) {
    const questions = own.questions.map((question) => {
      const id = names.step(question.id)
      return questionIn({ ...question, id, ...whenIn(question, names) }, names)
    })
    return { ...own, questions }
  }
  return 'do' in own ? { ...own, do: own.do.map((deed) => deedIn(deed, names)) } : own
}

function questionIn<Asked extends Question>(question: Asked, names: Names): Asked {
  const { options, otherwise, wordings } = question
  const texts = QUESTION_TEXTS.flatMap((field) => {
    const text = question[field]
    return text === undefined ? [] : [[field, textIn(text, names)] as const]
  })
  const said = Object.entries(wordings ?? {}).map(
    ([key, wording]) => [key, { ...wording, ask: textIn(wording.ask, names) }] as const,
  )
  const answers = Object.entries(options ?? {}).map(([key, { goto, ...option }]) => {
    const label = textIn(option.label, names)
    return [key, { ...option, label, ...(goto ? { goto: names.step(goto) } : {}) }] as const
  })
  return {
    ...question,
    into: names.fact(question.into).slot,
    ...(question.also ? { also: names.fact(question.also).slot } : {}),
    ...Object.fromEntries(texts),
    ...(wordings ? { wordings: Object.fromEntries(said) } : {}),
    ...(options ? { options: Object.fromEntries(answers) } : {}),
    ...(otherwise
      ? { otherwise: { into: names.fact(otherwise.into).slot, goto: names.step(otherwise.goto) } }
      : {}),
  }
}

function deedIn(deed: Deed, names: Names): Deed {
  const [[name, about] = ['', '']] = Object.entries(deed)
  if (!SLOT_DEEDS.has(name)) return deed
  return { [name]: names.fact(String(about)).slot } as Deed
}

/** Deeds that name a slot. */
export const SLOT_DEEDS: ReadonlySet<string> = new Set([
  'leave_note',
  'answer_safety',
  'answer_check_in',
  'answer_satisfaction',
  'answer_plan',
])

/** `{word}` is another answer here; what was told stands in its place. `{value}` and the like stay. */
function textIn(text: string, names: Names): string {
  return text.replace(/\{([a-z_][a-z0-9_]*)((?:\.[a-z0-9_]+)*)\}/g, (_, name: string, rest) => {
    const { slot, value } = names.fact(name)
    return value === undefined ? `{${slot}${rest}}` : String(value)
  })
}

/** A condition that cannot be read stays as it is: the checks tell of it. */
function whenIn({ when }: { readonly when?: string | undefined }, { fact }: Names) {
  const parsed = when === undefined ? undefined : parseCondition(when)
  if (!parsed?.ok) return {}
  const put = replaceNames(parsed.condition, (leaf) => {
    const [name = '', ...rest] = leaf.name.split('.')
    const { slot, value } = fact(name)
    if (value === undefined) return { ...leaf, name: [slot, ...rest].join('.') }
    return { op: 'literal', value: leaf.op === 'known' ? true : value }
  })
  return { when: printExpression(put) }
}
