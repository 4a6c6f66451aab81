import { type Expression, partsOf } from '../../conditions/expression.ts'
import { parseCondition } from '../../conditions/parse.ts'
import { type FlowBundle, questionsOf, slotsOf } from '../flow/flow-bundle.ts'
import type { Flow, SlotDef, Step } from '../flow/schema.ts'
import { textsOfStep } from '../translate/translatable.ts'
import { error, type FlowProblem } from './flow-problem.ts'
import type { Roads } from './roads.ts'
import type { Text } from './texts.ts'

/** What a text may insert besides answers: dialog/say/fill.ts. */
const INSERTED = new Set([
  ...['value', 'was', 'label', 'heard', 'street', 'committee', 'adviser', 'next_open', 'stage'],
  ...['case.number', 'case.promise'],
  ...['hotline.first', 'hotline.second', 'hotline.ambulance', 'hotline.police', 'hotline.fire'],
  ...['hotline.police_sms', 'hotline.city'],
])

const NOTHING: Known = { has: () => false }

/** Names in texts and conditions: is there such a thing, and can it be known where it is used? */
export function nameProblems(bundle: FlowBundle, flow: Flow, roads: Roads): readonly FlowProblem[] {
  const slots = slotsOf(bundle)
  const before = knownBefore(flow, roads)
  // Answers of other flows of the house may be there from an earlier talk; what a story tells may be there too.
  const isOwn = (name: string) => flow.slots[name] !== undefined && !flow.slots[name]?.hears
  return flow.steps.flatMap((step) => {
    const earlier = before.get(step.id) ?? NOTHING
    const own = gives(step)
    const isHere = (name: string) => earlier.has(name) || own.includes(name)
    const isKnown = (name: string) =>
      name.startsWith('case.')
        ? flow.kind !== 'help' || isHere('case')
        : !isOwn(name) || isHere(name)
    const inTexts = textsOfStep(step).flatMap((source) =>
      namesIn(source.text).flatMap((name): readonly FlowProblem[] => {
        const text = { ...source, flow: flow.id }
        if (!isThere(slots, name)) return [at(text, 'unknown_name', name)]
        return isKnown(name) ? [] : [at(text, 'not_known_yet', name)]
      }),
    )
    return [...inTexts, ...conditionNames(flow, step, earlier, isOwn)]
  })
}

/** A number may be said in groups or with its middle hidden. */
function isThere(slots: Readonly<Record<string, SlotDef>>, name: string): boolean {
  const [slot = '', form] = name.split('.')
  const isForm = (form === 'spoken' || form === 'masked') && slots[slot]?.type === 'phone'
  return INSERTED.has(name) || slots[name] !== undefined || isForm
}

const at = (
  { flow, step, field }: Text,
  code: 'unknown_name' | 'not_known_yet',
  about: string,
) => ({
  ...error(code, flow, step),
  field,
  about,
})

export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([a-z_][a-z0-9_.]*)\}/g)].map(([, name = '']) => name)

/** A condition over something that cannot have been asked yet never holds. */
function conditionNames(
  flow: Flow,
  step: Step,
  before: Known,
  isOwn: (name: string) => boolean,
): readonly FlowProblem[] {
  const inner = 'adaptive' in step ? step.questions : []
  const asked = new Set(inner.map(({ into }) => into))
  return [step, ...inner].flatMap(({ id, when }) => {
    const parsed = when === undefined ? undefined : parseCondition(when)
    const names = parsed?.ok ? factsIn(parsed.condition, new Set()) : []
    return [...new Set(names)]
      .filter((name) => isOwn(name) && !before.has(name) && !asked.has(name))
      .map((about) => ({ ...error('not_known_yet', flow.id, id), field: 'when', about }))
  })
}

/** First names of the facts of a condition; what some/every binds is its own. */
function factsIn(node: Expression, bound: ReadonlySet<string>): readonly string[] {
  if (node.op === 'fact' || node.op === 'known') {
    const name = node.name.split('.')[0] ?? ''
    return bound.has(name) ? [] : [name]
  }
  const inside = node.op === 'some' || node.op === 'every' ? new Set([...bound, node.name]) : bound
  return partsOf(node).flatMap((part) => factsIn(part, inside))
}

/** What may be known at a step. */
type Known = { readonly has: (name: string) => boolean }

/**
 * For each step what may have been answered on some road to it. Names are bits of one number a step: a flow of a
 * thousand steps would otherwise hold half a million names.
 */
function knownBefore(flow: Flow, roads: Roads): ReadonlyMap<string, Known> {
  const bits = new Map<string, bigint>()
  const bitOf = (name: string): bigint => {
    const bit = bits.get(name) ?? 1n << BigInt(bits.size)
    bits.set(name, bit)
    return bit
  }
  const given = new Map(
    flow.steps.map((step) => [step.id, gives(step).reduce((sum, name) => sum | bitOf(name), 0n)]),
  )
  const before = new Map<string, bigint>()
  const first = flow.steps[0]?.id
  const open = first === undefined ? [] : [first]
  if (first !== undefined) before.set(first, 0n)
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const after = (before.get(id) ?? 0n) | (given.get(id) ?? 0n)
    for (const to of roads.get(id) ?? []) {
      const known = before.get(to)
      const grown = (known ?? 0n) | after
      if (grown === known) continue
      before.set(to, grown)
      open.push(to)
    }
  }
  return new Map(
    [...before].map(([id, known]) => [
      id,
      { has: (name) => (known & (bits.get(name) ?? 0n)) !== 0n },
    ]),
  )
}

/** What is known once a step is behind. */
function gives(step: Step): readonly string[] {
  const slots = questionsOf(step).flatMap(({ into, otherwise }) =>
    otherwise ? [into, otherwise.into] : [into],
  )
  const opens = 'do' in step && step.do.some((deed) => 'open_case' in deed)
  return opens ? [...slots, 'case'] : slots
}
