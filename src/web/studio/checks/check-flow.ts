import { isNode } from 'yaml'
import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import { checkBundle } from '../../../core/dialog/check/check-bundle.ts'
import type { FlowProblem } from '../../../core/dialog/check/flow-problem.ts'
import type { Translations } from '../../../core/dialog/check/translations.ts'
import type { Wording } from '../../../core/dialog/check/wording.ts'
import { bundleOf, questionsOf } from '../../../core/dialog/flow/flow-bundle.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { questionsIn, stepValue } from '../outline/rows.ts'
import { type Parts, partsOf } from '../yaml/parts.ts'
import type { Path } from '../yaml/rewrite.ts'
import { readFlow } from './read-flow.ts'

/** What a flow is held against besides itself. */
export type Beside = {
  /** The other flows of the house, by path. */
  readonly others: ReadonlyMap<string, Flow>
  readonly wording?: Wording
  readonly translations: Readonly<Record<string, Translations>>
  /** The same document as it is in force. */
  readonly before: Flow | null
}

/** Everything a check finds in a flow while it is written: the very checks of the server. */
export function checkFlow(path: string, text: string, beside: Beside): readonly Finding[] {
  const parts = partsOf(text)
  if (!parts) return [finding({ level: 'error', code: 'no_list', path, line: 1 })]
  const { flow, problems } = readFlow(parts)
  if (!flow) {
    return problems.map((each) => finding({ level: 'error', path, ...each }))
  }
  const flows = [...beside.others, [path, flow] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { before, wording, translations } = beside
  const found = checkBundle(
    bundleOf(
      '',
      flows.map(([, each]) => each),
    ),
    wording,
    {
      channels: CHANNEL_TABLE,
      translations,
      ...(before ? { before: bundleOf('', [before]) } : {}),
    },
  )
  const lines = linesIn(parts)
  const here = found
    .flatMap((each) => (each.flow === '' ? [each] : ownOf(each, flow)))
    .map((each) => placed(each, path, lines))
  return [...new Map(here.map((each) => [`${each.key} ${each.line}`, each])).values()]
}

/** A name that two flows have is told of the other one, where this one comes first: it is ours, too. */
function ownOf(problem: FlowProblem, flow: Flow): readonly FlowProblem[] {
  if (problem.flow === flow.id) return [problem]
  const { code, step = '', about = '' } = problem
  const ids = flow.steps.flatMap((each) => [each, ...questionsOf(each)].map(({ id }) => id))
  const isOurs =
    (code === 'duplicate_step' && ids.includes(step)) ||
    (code === 'slot_twice' && flow.slots[about] !== undefined)
  return isOurs ? [{ ...problem, flow: flow.id }] : []
}

/** The key names what was found and where, as the server's does: a tick holds on both sides. */
function finding(found: Omit<Finding, 'key'>): Finding {
  const { code, path, step = '', field = '', about = '' } = found
  return { ...found, key: [code, path, step, field, about].join('|').slice(0, 300) }
}

type LineOf = (problem: FlowProblem) => number | undefined

function placed(problem: FlowProblem, path: string, lineOf: LineOf): Finding {
  const line = lineOf(problem)
  return finding({ ...problem, path, ...(line === undefined ? {} : { line }) })
}

/** Where a problem stands: the setting of the step, else the step; of two steps of one name the second. */
function linesIn(parts: Parts): LineOf {
  const places = new Map<string, { readonly step: number; readonly path: Path }>()
  for (const step of parts.steps.keys()) {
    const value = stepValue(parts, step)
    places.set(String(value.id), { step, path: [0] })
    for (const [at, { id }] of questionsIn(value).entries()) {
      places.set(String(id), { step, path: [0, 'questions', at] })
    }
  }
  return ({ step, field }) => {
    if (step === undefined) return 1
    const place = places.get(step)
    const found = place && parts.steps[place.step]
    if (!found) return undefined
    const { document, lines } = found.parsed
    const node = [[...place.path, field], place.path]
      .map((path) => document.getIn(path, true))
      .find((each) => isNode(each) && each.range)
    const at = isNode(node) ? (node.range?.[0] ?? 0) : 0
    return found.line + lines.linePos(at).line - 1
  }
}
