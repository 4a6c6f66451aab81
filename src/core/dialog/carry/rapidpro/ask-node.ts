import type { SlotDef } from '../../flow/schema.ts'
import { freshId, idOf, inBubbles } from '../flow-draft.ts'
import type { Case, Category, Node, Router } from './rapidpro-file.ts'
import { type Spoken, spokenIn } from './texts-in.ts'
import { addStep, exitOf, nameOf, roadTo, type Work } from './work.ts'

type Asked = {
  readonly node: Node
  readonly router: Router
  readonly ask: string
  readonly replies: Spoken['replies']
}

/** A question with its answers; gives where the road goes on, null when each answer has its own. */
export function askNode(work: Work, asked: Asked): string | null | undefined {
  const { node, router, replies } = asked
  const id = nameOf(work, node.uuid)
  noteWait(work, node, router)
  const other = router.categories.find(({ uuid }) => uuid === router.default_category_uuid)
  const answers = router.categories.filter((category) => casesOf(router, category).length > 0)
  const choices = choicesIn(router, answers, other)
  // Where nothing is tested, all that is written is the answer.
  const isMissed = other && answers.length > 0 && !choices?.includes(other)
  const miss = isMissed ? missOf(work, node, other) : undefined
  const step = { ask: asked.ask, ...(miss === undefined ? {} : { miss }) }
  if (!choices) {
    for (const what of replies) work.left.push({ code: 'quick_reply', at: id, what })
    return openQuestion(work, asked, step, { answers, other })
  }
  const options = optionsOf(work, node, router, choices)
  const offered = options.flatMap(([, { label, words = [] }]) => [label, ...words].map(plain))
  for (const what of replies) {
    if (!offered.includes(plain(what))) work.left.push({ code: 'quick_reply', at: id, what })
  }
  const of = options.map(([value]) => value)
  const into = intoOf(work, router, id, { type: 'choice', of })
  addStep(work, node.uuid, id, { ...step, into, options: Object.fromEntries(options) })
  work.waiting.push(...choices.map((each) => exitOf(node, each)))
  return null
}

const plain = (text: string) => text.trim().toLowerCase()

const casesOf = ({ cases }: Router, { uuid }: Category): readonly Case[] =>
  cases.filter((each) => each.category_uuid === uuid)

/** Answers that can be tapped; whatever else may be written (`has_text`, all others) is one more of them. */
function choicesIn(
  router: Router,
  answers: readonly Category[],
  other: Category | undefined,
): readonly Category[] | null {
  const isOpen = (category: Category) =>
    casesOf(router, category).some(({ type }) => OPEN.has(type))
  const isSaid = (category: Category) =>
    casesOf(router, category).every(({ type }) => SAID.has(type))
  const said = answers.filter((each) => isSaid(each))
  if (said.length === 0 || !answers.every((each) => isSaid(each) || isOpen(each))) return null
  const choices =
    answers.length === 1 && other && other !== answers[0] ? [...answers, other] : answers
  return choices.length > 1 ? choices : null
}

const SAID = new Set([
  ...['has_any_word', 'has_all_words', 'has_phrase', 'has_only_phrase'],
  ...['has_beginning', 'has_only_text', 'has_number_eq'],
])

const OPEN = new Set(['has_text'])

type Option = { readonly label: string; readonly words?: readonly string[]; readonly goto: string }

function optionsOf(
  work: Work,
  node: Node,
  router: Router,
  choices: readonly Category[],
): readonly (readonly [string, Option])[] {
  const values = new Set<string>()
  return choices.map((category) => {
    const { name } = category
    const words = casesOf(router, category).flatMap(wordsOf)
    const value = freshId(optionValue(category), values)
    values.add(value)
    const label = name.trim() || words[0] || value
    if (label.length > LABEL)
      work.left.push({ code: 'shortened', at: nameOf(work, node.uuid), what: label })
    const goto = roadTo(exitOf(node, category))
    return [
      value,
      { label: label.slice(0, LABEL), ...(words.length > 0 ? { words } : {}), goto },
    ] as const
  })
}

/** Most signs of an option. */
const LABEL = 30

/** A name without Latin letters gives no value: its own id does. */
function optionValue({ name, uuid }: Category): string {
  const value = idOf(name === '' ? 'other' : name)
  return value === 'carried' ? idOf(`option_${uuid.slice(0, 4)}`) : value
}

const wordsOf = ({ type, arguments: said }: Case): readonly string[] =>
  (type === 'has_any_word' ? said.flatMap((each) => each.split(/[,\s]+/)) : said).filter(
    (word) => word.trim() !== '' && !OPEN.has(type),
  )

type Ways = { readonly answers: readonly Category[]; readonly other: Category | undefined }

/** A question without options; tests that its kind of answer does not make by itself are told. */
function openQuestion(
  work: Work,
  { node, router }: Asked,
  step: { readonly ask: string; readonly miss?: string },
  { answers, other }: Ways,
): string | null | undefined {
  const id = nameOf(work, node.uuid)
  const type = typeOf(router)
  const between = router.cases.length === 1 ? rangeOf(router.cases[0]) : undefined
  for (const each of router.cases) {
    const isMade = PLAIN.has(each.type) && each.arguments.length === 0
    if (isMade || (between && each === router.cases[0])) continue
    const category = router.categories.find(({ uuid }) => uuid === each.category_uuid)
    const what = [each.type, ...each.arguments, '→', category?.name].join(' ')
    work.left.push({ code: 'check', at: id, what })
  }
  const into = intoOf(work, router, id, { type })
  addStep(work, node.uuid, id, { ...step, into, ...(between ? { check: between } : {}) })
  const [main = other, ...rest] = answers
  const to = main && exitOf(node, main)
  work.waiting.push(...rest.map((each) => exitOf(node, each)).filter((road) => road !== to))
  return to
}

/** Cases that say no more than what kind of answer it is. */
const PLAIN = new Set(['has_text', 'has_number', 'has_phone', 'has_date', 'has_time'])

const TYPES: readonly (readonly [RegExp, SlotDef['type']])[] = [
  [/^has_number/, 'number'],
  [/^has_phone$/, 'phone'],
  [/^has_date/, 'date'],
]

function typeOf({ cases, wait }: Router): SlotDef['type'] {
  if (wait?.hint?.type === 'image') return 'photos'
  const found = cases.map(({ type }) => TYPES.find(([form]) => form.test(type))?.[1])
  return found.find((type) => type !== undefined) ?? 'text'
}

function rangeOf(each: Case | undefined) {
  if (each?.type !== 'has_number_between') return undefined
  const [min, max] = each.arguments.map(Number)
  return min !== undefined && max !== undefined && min <= max ? { min, max } : undefined
}

/** Two questions of one result are one answer here only when they are answered alike. */
function intoOf(
  { slots }: Work,
  { result_name: result }: Router,
  id: string,
  kind: Pick<SlotDef, 'type' | 'of'>,
): string {
  const name = result || id
  const slot: SlotDef = { ...kind, privacy: 'sensitive', label: name.slice(0, 12) }
  const differs = (into: string) =>
    slots[into] && JSON.stringify(slots[into]) !== JSON.stringify(slot)
  const into = freshId(idOf(name), { has: (each) => differs(each) === true })
  slots[into] = slot
  return into
}

/** Whoever is not understood hears some words and is asked again: that is what `miss` is for. */
function missOf(work: Work, node: Node, other: Category): string | undefined {
  const to = exitOf(node, other)
  const asks = [node.uuid, work.askedBy.get(node.uuid)]
  if (!to || asks.includes(to)) return undefined
  const said = work.nodes.get(to)
  const isAsked = said && !said.router && asks.includes(said.exits[0]?.destination_uuid ?? '')
  if (said && isAsked && !work.placed.has(to)) {
    const speaks = said.actions.every(({ type, text }) => type === 'send_msg' && `${text}` !== '')
    const [miss, ...more] = speaks ? inBubbles(spokenIn(work, said).texts.join('\n')) : []
    if (miss !== undefined && more.length === 0) {
      work.placed.add(to)
      work.onward.set(to, node.uuid)
      return miss
    }
  }
  work.left.push({ code: 'split', at: nameOf(work, node.uuid), what: other.name })
  work.waiting.push(to)
  return undefined
}

function noteWait(work: Work, node: Node, { wait, categories }: Router): void {
  const at = nameOf(work, node.uuid)
  const hint = wait?.hint?.type
  if (hint !== undefined && hint !== 'image')
    work.left.push({ code: 'question_kind', at, what: `hint ${hint}` })
  const timeout = wait?.timeout as { seconds?: unknown; category_uuid?: unknown } | null | undefined
  if (!timeout) return
  const late = categories.find(({ uuid }) => uuid === timeout.category_uuid)
  work.left.push({
    code: 'timeout',
    at,
    what: `${String(timeout.seconds ?? '')} s ${late?.name ?? ''}`.trim(),
  })
  if (late) work.waiting.push(exitOf(node, late))
}
