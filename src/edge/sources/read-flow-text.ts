import { LineCounter, type Node, parseDocument } from 'yaml'
import { type Flow, flowSchema } from '../../core/dialog/flow/schema.ts'

export type FlowText =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly Unreadable[] }

type Unreadable = { readonly says: string; readonly field?: string; readonly line?: number }

/** A fault deep in one step is told once for each form that a step may have: the first ones are enough. */
const MOST = 20

/** A flow from its text, or every place where it does not have the form. Never throws. */
export function readFlowText(text: string): FlowText {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (at: number) => counter.linePos(at).line
  if (document.errors.length > 0) {
    const problems = document.errors.slice(0, MOST).map(({ message, pos }) => {
      return { says: message, line: lineAt(pos[0]) }
    })
    return { ok: false, problems }
  }
  const checked = flowSchema.safeParse(readValue(document))
  if (checked.success) return { ok: true, flow: checked.data }
  const problems = checked.error.issues.slice(0, MOST).map(({ path, message }) => {
    const at = rangeOf(document, path as (string | number)[])
    return {
      says: message,
      ...(path.length > 0 ? { field: path.join('.') } : {}),
      ...(at === undefined ? {} : { line: lineAt(at) }),
    }
  })
  return { ok: false, problems }
}

/** Aliases could blow a small file up to any size: there are none in a flow. */
function readValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return null
  }
}

/** Where the nearest node that is there begins. */
function rangeOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined
    if (node?.range) return node.range[0]
  }
  return document.contents?.range?.[0]
}
