import { compareOptions } from './compare-options.ts'
import { compareValues } from './compare-values.ts'
import { type KeyedItems, pairItems } from './keyed-items.ts'
import { listOf, type Plain, plainOf, same, shown } from './plain.ts'

type FlowChangeCode =
  | 'step_added'
  | 'step_removed'
  | 'step_moved'
  | 'text_changed'
  | 'condition_changed'
  | 'setting_changed'
  | 'option_added'
  | 'option_removed'
  | 'option_moved'
  | 'option_renamed'
  | 'option_changed'
  | 'slot_added'
  | 'slot_removed'
  | 'slot_changed'
  | 'flow_changed'

/** One thing that differs between two texts of a flow; the words for `code` are in the studio's texts. */
export type FlowChange = {
  readonly code: FlowChangeCode
  /** Id of the step; absent = of the flow as a whole. */
  readonly step?: string
  /** 1-based place of the step, [12] or [12, 3] inside a block: in the new text, of what is gone in the old one. */
  readonly at?: readonly number[]
  /** `ask`, `why`, `goto` … */
  readonly field?: string
  /** Key of an option, name of a slot. */
  readonly about?: string
  /** 1-based place of an option. */
  readonly option?: number
  /** As it was; null = there was nothing. Of what moved, the place. */
  readonly from?: string | null
  readonly to?: string | null
}

/** What residents read of a step. */
const TEXTS = new Set([
  ...['say', 'ask', 'hint', 'why', 'miss', 'confirm', 'noted', 'heard', 'reflect'],
])

/**
 * What changed between two texts of a flow, by step in the order of the new one, then what is gone. Takes the
 * parsed YAML as it is, sound or not.
 */
export function compareFlows(before: unknown, after: unknown): readonly FlowChange[] {
  const [old, now] = [plainOf(before), plainOf(after)]
  return [
    ...slotChanges(plainOf(old.slots), plainOf(now.slots)),
    ...stepChanges(listOf(old.steps), listOf(now.steps), []),
    ...headChanges(old, now),
  ]
}

function stepChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  inside: readonly number[],
): readonly FlowChange[] {
  const pairs = pairItems(before.map(plainOf), after.map(plainOf), idOf)
  const placed = [...addedSteps(pairs, inside), ...keptSteps(pairs, inside)]
  const gone = pairs.removed.map(({ key, item, at }): FlowChange => {
    return { code: 'step_removed', step: key, at: [...inside, at + 1], from: gistOf(item) }
  })
  return [...placed.toSorted((a, b) => lastOf(a) - lastOf(b)).flatMap(({ of }) => of), ...gone]
}

type PlacedChanges = { readonly at: number; readonly of: readonly FlowChange[] }

const lastOf = ({ at }: PlacedChanges) => at

function addedSteps({ added }: KeyedItems<Plain>, inside: readonly number[]): PlacedChanges[] {
  return added.map(({ key, item, at }) => {
    const change: FlowChange = {
      ...{ code: 'step_added', step: key, at: [...inside, at + 1], to: gistOf(item) },
    }
    return { at, of: [change] }
  })
}

function keptSteps({ kept }: KeyedItems<Plain>, inside: readonly number[]): PlacedChanges[] {
  return kept.map(({ key: step, before, after, from, to, moved }) => {
    const at = [...inside, to + 1]
    const move: FlowChange = { code: 'step_moved', step, at, from: `${from + 1}`, to: `${to + 1}` }
    const here = { step, at }
    const changes = [
      ...(moved ? [move] : []),
      ...fieldChanges(before, after, here),
      ...compareOptions(plainOf(before.options), plainOf(after.options), here),
      ...stepChanges(listOf(before.questions), listOf(after.questions), at),
    ]
    return { at: to, of: changes }
  })
}

const idOf = (step: Plain, at: number) => (typeof step.id === 'string' ? step.id : `?${at}`)

/** What a step says or asks, or what it does. */
function gistOf(step: Plain): string | null {
  const text = [step.ask, step.say, step.run].find((each) => typeof each === 'string')
  return shown(text ?? step.do ?? step.adaptive ?? step.end)
}

type Here = Pick<FlowChange, 'step' | 'at'>

/** Compared in a way of their own. */
const APART = new Set(['id', 'options', 'questions'])

function fieldChanges(before: Plain, after: Plain, here: Here): readonly FlowChange[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return fields
    .filter((field) => !APART.has(field) && !same(before[field], after[field]))
    .map((field): FlowChange => {
      const values = { from: shown(before[field]), to: shown(after[field]) }
      if (field === 'when') return { code: 'condition_changed', ...here, ...values }
      const code = TEXTS.has(field) ? 'text_changed' : 'setting_changed'
      return { code, ...here, field, ...values }
    })
}

function slotChanges(before: Plain, after: Plain): readonly FlowChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return names.flatMap((about): readonly FlowChange[] => {
    const [was, is] = [before[about], after[about]]
    if (same(was, is)) return []
    if (was === undefined) return [{ code: 'slot_added', about, to: labelOf(is) }]
    if (is === undefined) return [{ code: 'slot_removed', about, from: labelOf(was) }]
    return compareValues(was, is).map(({ path, from, to }) => {
      return { code: 'slot_changed', about, field: path.join('.'), from, to }
    })
  })
}

const labelOf = (slot: unknown) => shown(plainOf(slot).label)

/** Title, silence, sections: everything beside steps and slots. */
function headChanges(before: Plain, after: Plain): readonly FlowChange[] {
  const { steps: _, slots: __, ...old } = before
  const { steps: ___, slots: ____, ...now } = after
  return compareValues(old, now).map(({ path, from, to }) => {
    return { code: 'flow_changed', field: path.join('.'), from, to }
  })
}
