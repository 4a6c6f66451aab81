import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** Where something stands in the file of a flow: 1-based line. */
export type FlowLines = (step?: string, field?: string) => number | undefined

/** Finds the lines of steps and of their fields, so that a finding can be jumped to. */
export function flowLines(text: string): FlowLines {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const places = new Map<string, Place>()
  if (isMap(document.contents)) collect(document.contents.get('steps', true), places)
  const lineOf = (at: number | undefined) =>
    at === undefined ? undefined : counter.linePos(at).line
  return (step, field) => {
    if (step === undefined) return 1
    const place = places.get(step)
    return lineOf((field && place?.fields.get(field)) || place?.at)
  }
}

type Place = { readonly at: number; readonly fields: ReadonlyMap<string, number> }

function collect(steps: unknown, places: Map<string, Place>): void {
  if (!isSeq(steps)) return
  for (const step of steps.items) {
    if (!isMap(step)) continue
    const fields = new Map<string, number>()
    for (const { key } of step.items) {
      if (isScalar(key) && key.range) fields.set(String(key.value), key.range[0])
    }
    const id = step.get('id')
    const at = (step as Node).range?.[0]
    if (typeof id === 'string' && at !== undefined) places.set(id, { at, fields })
    collect(step.get('questions', true), places)
  }
}
