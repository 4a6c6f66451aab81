import { questionsIn, stepValue } from '../outline/rows.ts'
import {
  changeBody,
  rewriteHead,
  rewriteStep,
  type StepPath,
  type StepValue,
} from '../yaml/edit-steps.ts'
import { partsOf } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'
import { type Path, renameKey } from '../yaml/rewrite.ts'

/** Gives a step another name, and leads everything there that led to the old one. */
export function renameStep(text: string, path: StepPath, name: string): string {
  const parts = partsOf(text)
  if (!parts) return text
  const [index, ...inner] = path
  const whole = stepValue(parts, index)
  const question = inner[1]
  const value = typeof question === 'number' ? questionsIn(whole)[question] : whole
  const old = value?.id
  const named = rewriteStep(text, [...path, 'id'], name)
  if (typeof old !== 'string' || inner.length > 0) return named
  return parts.steps.reduce((so, _, at) => {
    const jumps = jumpsTo(stepValue(parts, at), old)
    return jumps.reduce((next, jump) => rewriteStep(next, [at, ...jump], name), so)
  }, named)
}

/** Where a step leads to another one. */
function jumpsTo(value: StepValue, to: string): readonly Path[] {
  const own: readonly Path[] = value.goto === to ? [['goto']] : []
  const other = isRecord(value.otherwise) && value.otherwise.goto === to
  const options = Object.entries(isRecord(value.options) ? value.options : {}).flatMap(
    ([key, option]): readonly Path[] =>
      isRecord(option) && option.goto === to ? [['options', key, 'goto']] : [],
  )
  const inner = questionsIn(value).flatMap((question, at) =>
    jumpsTo(question, to).map((path): Path => ['questions', at, ...path]),
  )
  return [...own, ...(other ? [['otherwise', 'goto'] as const] : []), ...options, ...inner]
}

type Option = { readonly path: StepPath; readonly into: string; readonly key: string }

/** Gives an answer of a choice another key, in its slot too. */
export function renameOption(text: string, { path, into, key }: Option, name: string): string {
  const [index, ...inner] = path
  const renamed = changeBody(text, index, (body) =>
    renameKey(body, [0, ...inner, 'options', key], name),
  )
  return answersOf(renamed, into, (of) => of.map((each) => (each === key ? name : each)))
}

/** Changes the answers that a slot of a choice may have. */
export function answersOf(
  text: string,
  slot: string,
  change: (of: readonly string[]) => readonly string[],
): string {
  const head = partsOf(text)?.rest.value
  const def = isRecord(head) && isRecord(head.slots) ? head.slots[slot] : undefined
  if (!isRecord(def) || !Array.isArray(def.of)) return text
  return rewriteHead(text, ['slots', slot, 'of'], change(def.of.map(String)))
}
