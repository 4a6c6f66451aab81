import { CHANNEL_TABLE } from '../../../core/contract/channel/channel-table.ts'
import { checkBundle } from '../../../core/dialog/check/check-bundle.ts'
import type { FlowProblem } from '../../../core/dialog/check/flow-problem.ts'
import type { Translations } from '../../../core/dialog/check/translations.ts'
import type { Wording } from '../../../core/dialog/check/wording.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { questionsIn, stepValue } from '../outline/rows.ts'
import { type Parts, partsOf } from '../yaml/parts.ts'
import type { Finding } from './finding.ts'
import { readFlow } from './read-flow.ts'
import { say } from './texts.ts'

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
    return problems.map(({ says, ...rest }) =>
      finding({ level: 'error', code: 'unreadable', path, about: says, ...rest }),
    )
  }
  const flows = [...beside.others, [path, flow] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { before, wording, translations } = beside
  const found = checkBundle(bundle(flows.map(([, each]) => each)), wording, {
    channels: CHANNEL_TABLE,
    translations,
    ...(before ? { before: bundle([before]) } : {}),
  })
  const lines = linesIn(parts)
  const here = found
    .filter((each) => each.flow === flow.id || each.flow === '')
    .map((each) => placed(each, path, lines))
  return [...new Map(here.map((each) => [`${each.key} ${each.line}`, each])).values()]
}

const bundle = (flows: readonly Flow[]) => ({
  hash: '',
  flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
})

/** The key names what was found and where, as the server's does: a tick holds on both sides. */
function finding(found: Omit<Finding, 'key'>): Finding {
  const { code, path, step = '', field = '', about = '' } = found
  return { ...found, key: [code, path, step, field, about].join('|').slice(0, 300) }
}

function placed(problem: FlowProblem, path: string, lines: ReadonlyMap<string, number>): Finding {
  const { step } = problem
  const line = step === undefined ? 1 : lines.get(step)
  return finding({ ...problem, path, ...(line === undefined ? {} : { line }) })
}

function linesIn(parts: Parts): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [at, { line }] of parts.steps.entries()) {
    const value = stepValue(parts, at)
    for (const { id } of [value, ...questionsIn(value)]) {
      if (typeof id === 'string' && !lines.has(id)) lines.set(id, line)
    }
  }
  return lines
}

/** A finding as a sentence. */
export function sentenceOf({ code, about = '', step = '', field = '' }: Finding): string {
  return say(`code.${code}`, { about, step, field })
}
