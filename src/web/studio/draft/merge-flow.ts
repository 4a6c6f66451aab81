import { stepValue } from '../outline/rows.ts'
import { insertBody, removeStep } from '../yaml/edit-steps.ts'
import { type Parts, partsOf } from '../yaml/parts.ts'

/** A step that both changed; null = it is gone there. */
export type Clash = {
  /** Id of the step; null = what belongs to the whole flow. */
  readonly step: string | null
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

export type Merged = {
  /** Both changes; where they clash, mine, or theirs where that was chosen. */
  readonly text: string
  readonly clashes: readonly Clash[]
  /** Steps that only they changed. */
  readonly taken: readonly string[]
}

type Three = { readonly base: string; readonly mine: string; readonly theirs: string }

/** Two drafts of one flow from the same text, step by step; null where one of them cannot be taken apart. */
export function mergeFlows(three: Three, theirsOf: ReadonlySet<string | null>): Merged | null {
  const base = partsOf(three.base)
  const mine = partsOf(three.mine)
  const theirs = partsOf(three.theirs)
  if (!base || !mine || !theirs) return null
  const [was, here, there] = [base, mine, theirs].map(bodiesOf)
  if (!was || !here || !there) return null
  const clashes: Clash[] = []
  const taken: string[] = []
  let { text } = { text: three.mine }
  for (const id of new Set([...was.keys(), ...there.keys()])) {
    const [b = null, m = null, t = null] = [was.get(id), here.get(id), there.get(id)]
    if (t === b || t === m) continue
    const clash = { step: id, base: b, mine: m, theirs: t }
    if (m !== b) clashes.push(clash)
    if (m === b) taken.push(id)
    if (m === b || theirsOf.has(id)) text = take(text, id, t, [...there.keys()])
  }
  const head = { step: null, base: base.head, mine: mine.head, theirs: theirs.head }
  const isTheirs = head.theirs !== head.base && head.theirs !== head.mine
  if (isTheirs && head.mine !== head.base) clashes.push(head)
  if (isTheirs && (head.mine === head.base || theirsOf.has(null))) {
    text = head.theirs + text.slice(mine.head.length)
  }
  return { text, clashes, taken }
}

/** Puts their lines of a step into the text, at the place that it has with them. */
function take(text: string, id: string, body: string | null, order: readonly string[]): string {
  const parts = partsOf(text)
  if (!parts) return text
  const ids = parts.steps.map((_, at) => stepValue(parts, at).id)
  const at = ids.indexOf(id)
  if (body === null) return at < 0 ? text : removeStep(text, at)
  const step = parts.steps[at]
  if (step) return text.slice(0, step.from) + body + text.slice(step.from + step.text.length)
  const before = order.slice(0, order.indexOf(id)).reverse()
  const behind = before.find((each) => ids.includes(each))
  return insertBody(text, behind === undefined ? 0 : ids.indexOf(behind) + 1, body)
}

function bodiesOf(parts: Parts): ReadonlyMap<string, string> {
  return new Map(
    parts.steps.map(({ text }, at) => [String(stepValue(parts, at).id ?? `#${at}`), text] as const),
  )
}
