import { type FlowBundle, questionsOf } from '../flow/flow-bundle.ts'
import type { Flow, Question } from '../flow/schema.ts'
import { type FlowProblem, warning } from './flow-problem.ts'
import { type Text, textsOf } from './texts.ts'

/** Words that texts to residents may not hold, from the locale. */
export type Wording = {
  readonly blame: readonly string[]
  readonly promises: readonly string[]
  readonly officialese: readonly string[]
  /** One of these stands in the first message of a talk: it says that it is a machine (rule 5). */
  readonly machine: readonly string[]
  readonly impolite: string
  readonly impolite_except: readonly string[]
  /** Words by which people ask for a person: no option may take them. */
  readonly person: readonly string[]
}

/**
 * A bubble above 120 characters is more than a small phone shows at the largest text; a question above 60 and a
 * reason above 60 are not read to their end (rules 2 and 18); a sentence above 45 is read twice.
 */
const LONGEST = { bubble: 120, question: 60, why: 60, sentence: 45 } as const

/** How the texts of a bundle read to an old person on a small phone. Warnings only: the office decides. */
export function checkWording(bundle: FlowBundle, wording: Wording): readonly FlowProblem[] {
  return Object.values(bundle.written).flatMap((flow) => [
    ...noMachine(flow, wording),
    ...textsOf(flow).flatMap((text) => [
      ...wordProblems(text, wording),
      ...lengthProblems(text),
      ...readingProblems(text),
    ]),
    ...flow.steps.flatMap((step) => questionsOf(step).flatMap((each) => askProblems(flow, each))),
  ])
}

/** The system phrases, held against the same words. */
export function checkPhrases(
  phrases: Readonly<Record<string, string>>,
  wording: Wording,
): readonly FlowProblem[] {
  return Object.entries(phrases).flatMap(([key, text]) =>
    /^(words|heard|unit|weekday)\./.test(key)
      ? []
      : wordProblems({ flow: 'system', step: key, field: 'text', text }, wording),
  )
}

function wordProblems({ flow, step, field, text }: Text, wording: Wording): readonly FlowProblem[] {
  const polite = wording.impolite_except.reduce((rest, word) => rest.replaceAll(word, ''), text)
  const found = [
    ...wording.blame.map((word) => ['blame_word', word] as const),
    ...wording.promises.map((word) => ['promise', word] as const),
    ...wording.officialese.map((word) => ['officialese', word] as const),
  ].filter(([, word]) => text.includes(word))
  const rude = polite.includes(wording.impolite) ? [['impolite', wording.impolite] as const] : []
  return [...found, ...rude].map(([code, about]) => ({
    ...warning(code, flow, step),
    field,
    about,
  }))
}

function lengthProblems({ flow, step, field, text }: Text): readonly FlowProblem[] {
  const length = [...text].length
  if (field === 'why' && length > LONGEST.why)
    return [{ ...warning('long_why', flow, step), field, about: String(length) }]
  if (field === 'ask' && length > LONGEST.question)
    return [{ ...warning('long_question', flow, step), field, about: String(length) }]
  return length > LONGEST.bubble
    ? [{ ...warning('long_bubble', flow, step), field, about: String(length) }]
    : []
}

/** How hard a text is to read: long sentences, and words in foreign letters. */
function readingProblems({ flow, step, field, text }: Text): readonly FlowProblem[] {
  const plain = text.replaceAll(/\{[^}]*\}/g, '')
  const sentences = plain.split(/[。！？；!?;\n]/)
  const long = sentences.find((each) => [...each].length > LONGEST.sentence)
  const [foreign] = /[A-Za-z]{3,}/.exec(plain) ?? []
  return [
    ...(long === undefined
      ? []
      : [{ ...warning('long_sentence', flow, step), field, about: long.trim() }]),
    ...(foreign === undefined
      ? []
      : [{ ...warning('foreign_word', flow, step), field, about: foreign }]),
  ]
}

/** One question in one message, and none in the hint (rule 1). */
function askProblems(flow: Flow, { id, ask, hint }: Question): readonly FlowProblem[] {
  const marks = (text: string | undefined) => (text?.match(/[？?]/g) ?? []).length
  return [
    ...(marks(ask) > 1 ? [warning('two_questions', flow.id, id)] : []),
    ...(marks(hint) > 0 ? [{ ...warning('question_in_hint', flow.id, id), field: 'hint' }] : []),
  ]
}

/** Danger goes before introductions; every other flow says first that it is no person. */
function noMachine(flow: Flow, { machine }: Wording): readonly FlowProblem[] {
  const first = flow.steps[0]
  if (flow.kind === 'interrupt' || flow.kind === 'part' || !first) return []
  const said = 'say' in first ? first.say : ''
  return machine.some((word) => said.includes(word))
    ? []
    : [warning('no_machine_notice', flow.id, first.id)]
}
