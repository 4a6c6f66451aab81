import { draftFlow, type FlowDraft, idOf, inBubbles } from './flow-draft.ts'
import { askNode } from './rapidpro/ask-node.ts'
import type { Node, RapidproFlow, Router } from './rapidpro/rapidpro-file.ts'
import { spokenIn } from './rapidpro/texts-in.ts'
import {
  addStep,
  entryOf,
  exitOf,
  nameOf,
  type Work,
  type Writable,
  workOn,
} from './rapidpro/work.ts'

/** A RapidPro flow as one of ours, in the order in which somebody would walk it; what cannot be carried is told. */
export function fromRapidpro(given: RapidproFlow): FlowDraft {
  const work = workOn(given.nodes)
  noteSettings(work, given)
  while (work.waiting.length > 0) placeRoad(work, work.waiting.shift())
  noteUnreached(work, given.nodes)
  const { slots, left } = work
  const steps = work.steps.map((step) => resolved(work, step))
  return draftFlow({ id: idOf(given.name), title: given.name, slots, steps, left })
}

function noteSettings({ left }: Work, given: RapidproFlow): void {
  const { name: at, type, localization, expire_after_minutes: minutes } = given
  const languages = Object.keys(localization ?? {})
  if (languages.length > 0) left.push({ code: 'languages', at, what: languages.join(', ') })
  if (type && type !== 'messaging') left.push({ code: 'setting', at, what: `type ${type}` })
  if (minutes) left.push({ code: 'timeout', at, what: `expire_after_minutes ${minutes}` })
}

/** What no road led to there leads nowhere here. */
function noteUnreached(work: Work, nodes: readonly Node[]): void {
  for (const node of nodes.filter(({ uuid }) => !work.placed.has(uuid))) {
    const deeds = node.actions.map(({ type, text }) => String(text ?? type))
    const what = [...deeds, node.router?.operand ?? node.router?.type ?? ''].join(' ').trim()
    work.left.push({ code: 'unreached', at: nameOf(work, node.uuid), what })
  }
}

/** From a node on as far as it goes straight; then the road ends, so that it does not run into the next one. */
function placeRoad(work: Work, from: string | null | undefined): void {
  let at = from
  let question: string | undefined
  const first = work.steps.length
  while (at && !work.placed.has(at)) {
    const node = work.nodes.get(at)
    if (!node) break
    work.placed.add(at)
    const went = placeNode(work, node, question)
    at = went.to
    question = went.question
  }
  if (work.steps.length === first) return
  const last = work.steps.at(-1) ?? {}
  const id = String(last.id)
  if (at && work.placed.has(at)) {
    if ('say' in last) last.goto = `@${at}`
    else work.left.push({ code: 'jump', at: id, what: nameOf(work, at) })
  }
  if (!('goto' in last || 'options' in last)) {
    addStep(work, null, `${id.slice(0, 35)}_end`, { end: 'carried' })
  }
}

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

type Went = { readonly to: string | null | undefined; readonly question?: string }

/** `question` are the last words of the node before, when this one waits for the answer to them. */
function placeNode(work: Work, node: Node, question: string | undefined): Went {
  const { router } = node
  const id = nameOf(work, node.uuid)
  const { texts, replies } = spokenIn(work, node)
  const said = (question === undefined ? texts : [question, ...texts]).flatMap(inBubbles)
  if (router?.wait?.type === 'msg') {
    const ask = said.pop() ?? router.result_name ?? id
    say(work, node, said.length > 0 ? `${id}_say` : id, said)
    return { to: askNode(work, { node, router, ask, replies }) }
  }
  for (const what of replies) work.left.push({ code: 'quick_reply', at: id, what })
  const to = router ? split(work, node, router) : node.exits[0]?.destination_uuid
  work.onward.set(node.uuid, to)
  const next = to ? work.nodes.get(to) : undefined
  // A question is often said by the node before the one that waits for its answer.
  const isAsked = next?.router?.wait?.type === 'msg' && !work.placed.has(next.uuid)
  const hasOwn = next?.actions.some(({ type }) => type === 'send_msg')
  const text = isAsked && !hasOwn ? said.pop() : undefined
  say(work, node, id, said)
  if (text === undefined || !next) return { to }
  work.askedBy.set(next.uuid, node.uuid)
  return { to, question: text }
}

function say(work: Work, node: Node, id: string, texts: readonly string[]): void {
  for (const text of texts) addStep(work, node.uuid, id, { say: text })
}

/**
 * A parting of ways without a question. Conditions there are not ours: the road of all others is taken, of
 * something that was done (another flow, a call) the one where it went well.
 */
function split(work: Work, node: Node, router: Router): string | null | undefined {
  const at = nameOf(work, node.uuid)
  const ways = router.categories.map(({ name }) => name).join(' / ')
  const what = `${router.operand ?? router.type}: ${ways}`
  work.left.push({ code: 'split', at, what })
  const other = router.categories.find(({ uuid }) => uuid === router.default_category_uuid)
  const [well] = router.categories
  const isDeed = DEEDS.test(router.operand ?? '')
  const taken = isDeed ? well : (other ?? well)
  const main = taken && exitOf(node, taken)
  const roads = router.categories.map((category) => exitOf(node, category))
  work.waiting.push(...roads.filter((road) => road !== main))
  return main
}

const DEEDS = /^@\(?(?:child|webhook|run\.webhook|locals|results\._|legacy_extra|resume\.dial)/
