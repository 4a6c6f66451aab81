import { questionsIn, stepValue } from '../outline/rows.ts'
import type { StepValue } from '../yaml/edit-steps.ts'
import type { Parts } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'

/** A way from one step to another. */
export type Link = {
  readonly from: string
  readonly to: string
  /** The answer that leads there. */
  readonly label: string
  readonly kind: 'next' | 'jump'
}

/** Every way through a flow: on to the next step, and jumps. Those that lead nowhere are left out. */
export function edgesOf(parts: Parts): readonly Link[] {
  const values = parts.steps.map((_, at) => stepValue(parts, at))
  const known = new Set(values.map(({ id }) => id))
  return values.flatMap((value, at) => {
    const from = String(value.id ?? '')
    const next = values[at + 1]?.id
    const on: readonly Link[] =
      goesOn(value) && typeof next === 'string' ? [{ from, to: next, label: '', kind: 'next' }] : []
    const jumps = jumpsOf(value).filter(({ to }) => known.has(to))
    return [...on, ...jumps.map(({ to, label }): Link => ({ from, to, label, kind: 'jump' }))]
  })
}

/** False where nothing leads to the step below. */
const goesOn = (value: StepValue): boolean =>
  value.when !== undefined || (value.goto === undefined && value.end === undefined)

function jumpsOf(value: StepValue): readonly { readonly to: string; readonly label: string }[] {
  const own = typeof value.goto === 'string' ? [{ to: value.goto, label: '' }] : []
  const options = Object.values(isRecord(value.options) ? value.options : {}).flatMap((option) =>
    isRecord(option) && typeof option.goto === 'string'
      ? [{ to: option.goto, label: String(option.label ?? '') }]
      : [],
  )
  const other =
    isRecord(value.otherwise) && typeof value.otherwise.goto === 'string'
      ? [{ to: value.otherwise.goto, label: '…' }]
      : []
  return [...own, ...options, ...other, ...questionsIn(value).flatMap(jumpsOf)]
}
