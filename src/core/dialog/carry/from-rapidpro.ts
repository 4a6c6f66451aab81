import { z } from 'zod'
import type { SlotDef } from '../flow/schema.ts'
import { draftFlow, type FlowDraft, idOf } from './flow-draft.ts'
import type { NotCarried } from './sheets.ts'

/** What is read of a RapidPro (TextIt) flow definition, spec version 13. */
const uuid = z.string()

const nodeFile = z.object({
  uuid,
  actions: z.array(z.looseObject({ type: z.string() })).default([]),
  exits: z.array(z.object({ uuid, destination_uuid: uuid.nullish() })).default([]),
  router: z
    .object({
      type: z.string(),
      operand: z.string().optional(),
      result_name: z.string().optional(),
      wait: z.looseObject({ type: z.string(), timeout: z.unknown().optional() }).nullish(),
      cases: z
        .array(
          z.object({
            type: z.string(),
            arguments: z.array(z.string()).default([]),
            category_uuid: uuid,
          }),
        )
        .default([]),
      categories: z.array(z.object({ uuid, name: z.string(), exit_uuid: uuid })).default([]),
      default_category_uuid: uuid.nullish(),
    })
    .nullish(),
})

const flowFile = z.object({
  uuid,
  name: z.string(),
  nodes: z.array(nodeFile),
  localization: z.record(z.string(), z.unknown()).nullish(),
})

/** One flow, or a whole export with its flows. */
export const rapidproFile = z.union([
  z.object({ flows: z.array(flowFile).min(1) }).transform(({ flows }) => flows),
  flowFile.transform((flow) => [flow]),
])

type RapidproFlow = z.infer<typeof flowFile>
type Node = z.infer<typeof nodeFile>
type Router = NonNullable<Node['router']>

/** A RapidPro flow as one of ours, in the order in which somebody would walk it; what cannot be carried is told. */
export function fromRapidpro(given: RapidproFlow): FlowDraft {
  const nodes = new Map(given.nodes.map((node) => [node.uuid, node]))
  const work: Work = {
    nodes,
    ids: namesOf(given.nodes),
    placed: new Set(),
    waiting: [given.nodes[0]?.uuid],
    steps: [],
    slots: {},
    left: [],
  }
  if (Object.keys(given.localization ?? {}).length > 0) {
    const what = Object.keys(given.localization ?? {}).join(', ')
    work.left.push({ code: 'languages', at: given.name, what })
  }
  while (work.waiting.length > 0) placeRoad(work, work.waiting.shift())
  const { slots, left } = work
  const steps = work.steps.map((step) => resolved(work, step))
  return draftFlow({ id: idOf(given.name), title: given.name, slots, steps, left })
}

type Work = {
  readonly nodes: ReadonlyMap<string, Node>
  readonly ids: Map<string, string>
  readonly placed: Set<string>
  /** Nodes that an option or a split leads to: placed when this road is at its end. */
  readonly waiting: (string | null | undefined)[]
  readonly steps: Writable[]
  readonly slots: Record<string, SlotDef>
  readonly left: NotCarried[]
}

type Writable = Record<string, unknown>

const END = 'carried_end'

/** From a node on as far as it goes straight; then the road ends, so that it does not run into the next one. */
function placeRoad(work: Work, from: string | null | undefined): void {
  let at = from
  let carried: Carried | undefined
  let isEmpty = true
  while (at && !work.placed.has(at)) {
    const node = work.nodes.get(at)
    if (!node) break
    work.placed.add(at)
    isEmpty = false
    const went = placeNode(work, node, carried)
    at = went.to
    carried = went.carried
  }
  if (isEmpty) return
  const last = work.steps.at(-1)
  if (at && work.placed.has(at)) {
    if (last && 'say' in last) last.goto = roadTo(at)
    else work.left.push({ code: 'jump', at: String(last?.id ?? ''), what: entryOf(work, at) })
  }
  const isAnswered = last && 'ask' in last && 'options' in last
  if (last && !('goto' in last) && !isAnswered) {
    work.steps.push({ id: `${String(last.id).slice(0, 35)}_end`, end: 'carried' })
  }
}

/** Roads are named by their node until all nodes have their steps. */
const roadTo = (node: string | null | undefined): string => (node ? `@${node}` : END)

function resolved(work: Work, step: Writable): object {
  const named = (road: unknown) =>
    typeof road === 'string' && road.startsWith('@') ? entryOf(work, road.slice(1)) : road
  const options = Object.entries((step.options ?? {}) as Readonly<Record<string, Writable>>)
  return {
    ...step,
    ...('goto' in step ? { goto: named(step.goto) } : {}),
    ...(options.length > 0
      ? { options: Object.fromEntries(options.map(([v, o]) => [v, { ...o, goto: named(o.goto) }])) }
      : {}),
  }
}

type Went = { readonly to: string | null | undefined; readonly carried?: Carried | undefined }

/** The last words of a node that the next one waits for an answer to; `id` when it says nothing else. */
type Carried = { readonly text: string; readonly id?: string }

function placeNode(work: Work, node: Node, carried: Carried | undefined): Went {
  if (carried?.id !== undefined) work.ids.set(node.uuid, carried.id)
  const id = work.ids.get(node.uuid) ?? 'carried'
  const texts = [...(carried === undefined ? [] : [carried.text]), ...textsIn(work, id, node)]
  const { router } = node
  if (router?.wait?.type === 'msg') {
    const ask = texts.pop() ?? router.result_name ?? id
    say(work, texts.length > 0 ? `${id}_say` : id, texts)
    return askNode(work, node, router, { id, ask })
  }
  const to = router ? split(work, node, router, id) : node.exits[0]?.destination_uuid
  const next = to ? work.nodes.get(to) : undefined
  // A question is often said by the node before the one that waits for its answer.
  const isAsked = next?.router?.wait?.type === 'msg' && !work.placed.has(next.uuid)
  const hasOwn = next?.actions.some(({ type }) => type === 'send_msg')
  const text = isAsked && !hasOwn ? texts.pop() : undefined
  say(work, id, texts)
  if (text === undefined) return { to }
  return { to, carried: texts.length === 0 ? { text, id } : { text } }
}

function say(work: Work, id: string, texts: readonly string[]): void {
  const said = texts.filter((text) => text.trim() !== '')
  said.forEach((text, at) => {
    work.steps.push({ id: at === 0 ? id : `${id}_${at + 1}`, say: text })
  })
}

/** Texts that a node sends; everything else that it does is told. */
function textsIn(work: Work, id: string, node: Node): string[] {
  const texts: string[] = []
  for (const action of node.actions) {
    if (action.type === 'send_msg') {
      texts.push(inserted(work, id, String(action.text ?? '')))
      if (Array.isArray(action.attachments) && action.attachments.length > 0)
        work.left.push({ code: 'attachment', at: id, what: action.attachments.join(', ') })
    } else if (action.type === 'open_ticket') {
      work.steps.push({ id: `${id.slice(0, 33)}_person`, do: [{ call_person: 'asked' }] })
    } else if (action.type !== 'set_run_result') {
      work.left.push({ code: 'action', at: id, what: action.type })
    }
  }
  return texts
}

/** `@results.age` → `{age}`; other expressions stay as they were written. */
function inserted(work: Work, id: string, text: string): string {
  const put = text.replace(
    /@\(?results\.(\w+)(?:\.value)?\)?/g,
    (_, name: string) => `{${idOf(name)}}`,
  )
  const foreign = put.match(/@(?:\([^)]*\)|[a-z]\w*(?:\.\w+)*)/g)
  if (foreign) work.left.push({ code: 'expression', at: id, what: foreign.join(' ') })
  return put
}

/** A parting of ways without a question: conditions there are not ours, so the road of all others is taken. */
function split(work: Work, node: Node, router: Router, id: string): string | null | undefined {
  work.left.push({ code: 'split', at: id, what: router.operand ?? router.type })
  const roads = router.categories.map((category) => exitOf(node, category.exit_uuid))
  const other = router.categories.find(({ uuid: each }) => each === router.default_category_uuid)
  const main = other ? exitOf(node, other.exit_uuid) : roads[0]
  work.waiting.push(...roads.filter((road) => road !== main))
  return main
}

function askNode(
  work: Work,
  node: Node,
  router: Router,
  { id, ask }: { readonly id: string; readonly ask: string },
): Went {
  const into = idOf(router.result_name ?? id)
  if (router.wait?.timeout) work.left.push({ code: 'timeout', at: id, what: 'wait' })
  const answers = router.categories.filter(({ uuid: category }) => {
    return router.cases.some((each) => each.category_uuid === category)
  })
  const other = router.categories.find(({ uuid: each }) => each === router.default_category_uuid)
  const label = (router.result_name ?? id).slice(0, 12)
  const kinds = router.cases.map(({ type }) => type)
  const base = { id, ask, into }
  if (answers.length > 0 && kinds.every((kind) => WORDS.has(kind))) {
    const choices = answers.length === 1 && other ? [...answers, other] : answers
    const options = choices.map((category) => optionOf(node, router, category))
    if (options.length > 1) {
      work.slots[into] = {
        ...{ type: 'choice', of: options.map(([value]) => value), privacy: 'sensitive', label },
      }
      work.steps.push({ ...base, options: Object.fromEntries(options) })
      work.waiting.push(...choices.map(({ exit_uuid: exit }) => exitOf(node, exit)))
      return { to: null }
    }
  }
  const type = kinds.map((kind) => TYPES.find(([form]) => form.test(kind))?.[1]).find(Boolean)
  const unknown = kinds.find((kind) => !TYPES.some(([form]) => form.test(kind)))
  if (unknown) work.left.push({ code: 'question_kind', at: id, what: unknown })
  const between = router.cases.find((each) => each.type === 'has_number_between')?.arguments
  const [min, max] = (between ?? []).map(Number)
  const isRange = min !== undefined && max !== undefined && min <= max
  work.slots[into] = { type: type ?? 'text', privacy: 'sensitive', label }
  work.steps.push({ ...base, ...(isRange ? { check: { min, max } } : {}) })
  const [main = other, ...rest] = answers
  const to = main && exitOf(node, main.exit_uuid)
  const elsewhere = rest.map(({ exit_uuid: exit }) => exitOf(node, exit))
  const others = elsewhere.filter((road) => road !== to)
  if (others.length > 0) work.left.push({ code: 'split', at: id, what: router.operand ?? id })
  work.waiting.push(...others)
  return { to }
}

const WORDS = new Set([
  ...['has_any_word', 'has_all_words', 'has_phrase', 'has_only_phrase'],
  ...['has_beginning', 'has_only_text'],
])

const TYPES: readonly (readonly [RegExp, SlotDef['type']])[] = [
  [/^has_number/, 'number'],
  [/^has_phone$/, 'phone'],
  [/^has_date/, 'date'],
  [/^has_(?:text|any_word|all_words|phrase|only_phrase|beginning|only_text|pattern)$/, 'text'],
]

function optionOf(node: Node, router: Router, category: Router['categories'][number]) {
  const cases = router.cases.filter((each) => each.category_uuid === category.uuid)
  const words = cases.flatMap(({ type, arguments: said }) =>
    type === 'has_any_word' ? said.flatMap((each) => each.split(/[,\s]+/)) : said,
  )
  const value = idOf(category.name === '' ? 'other' : category.name)
  const unique = value === 'carried' ? idOf(`option_${category.uuid.slice(0, 4)}`) : value
  const to = exitOf(node, category.exit_uuid)
  return [
    unique,
    {
      label: category.name.slice(0, 30),
      ...(words.filter(Boolean).length > 0 ? { words: words.filter(Boolean) } : {}),
      goto: roadTo(to),
    },
  ] as const
}

const exitOf = (node: Node, exit: string): string | null | undefined =>
  node.exits.find(({ uuid: each }) => each === exit)?.destination_uuid

/** The step with which a node begins; one that says and asks nothing passes on to the next. */
function entryOf(work: Work, from: string): string {
  let at: string | null | undefined = from
  for (let hops = 0; at && hops < MOST_HOPS; hops += 1) {
    const node = work.nodes.get(at)
    if (!node) return END
    const speaks = node.actions.some(({ type }) => type === 'send_msg' || type === 'open_ticket')
    if (speaks || node.router?.wait?.type === 'msg') return work.ids.get(at) ?? END
    at = node.exits[0]?.destination_uuid
  }
  return END
}

const MOST_HOPS = 100

/** A name for each node: of its result, or by its place. */
function namesOf(nodes: readonly Node[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    nodes.map(({ uuid: node, router }, at) => {
      const wanted = router?.result_name ? `ask_${idOf(router.result_name)}` : `part_${at + 1}`
      const name = taken.has(wanted) ? `${wanted}_${at + 1}` : wanted
      taken.add(name)
      return [node, name.slice(0, 40)] as const
    }),
  )
}
