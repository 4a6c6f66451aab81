import { isNode } from 'yaml'
import type { z } from 'zod'
import { type Flow, flowSchema } from '../../../core/dialog/flow/schema.ts'
import { kindOfStep } from '../outline/rows.ts'
import type { Parsed, Parts, StepText } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'
import type { Path } from '../yaml/rewrite.ts'
import { say } from './texts.ts'

/** A place where the text does not have the form of a flow. */
export type Unreadable = {
  readonly says: string
  readonly line: number
  readonly field?: string
  readonly step?: string
}

export type FlowRead = { readonly flow: Flow | null; readonly problems: readonly Unreadable[] }

const { steps: _steps, ...HEAD } = flowSchema.shape
const [ASK, SAY, ADAPTIVE, DO, END] = flowSchema.shape.steps.element.options
const STEPS = { ask: ASK, say: SAY, adaptive: ADAPTIVE, do: DO, end: END } as const
const headSchema = flowSchema.omit({ steps: true })

/** A flow from its parts. What was read before is not read again: one step differs. */
export function readFlow(parts: Parts): FlowRead {
  const head = readHead(parts)
  const steps = parts.steps.map(readStep)
  const problems = [...head.problems, ...steps.flatMap((each) => each.problems)]
  if (steps.length === 0) problems.push({ says: say('issue.no_steps'), line: 1, field: 'steps' })
  if (problems.length > 0 || head.value === null) return { flow: null, problems }
  const flow = { ...head.value, steps: steps.map(({ value }) => value) } as unknown as Flow
  return { flow, problems }
}

type Checked = {
  readonly value: object | null
  readonly problems: readonly Unreadable[]
}

const heads = new WeakMap<Parsed, Checked>()

function readHead({ rest }: Parts): Checked {
  const before = heads.get(rest)
  if (before) return before
  const { steps: _, ...plain } = isRecord(rest.value) ? rest.value : {}
  const checked = check(rest, headSchema, { plain, path: [], line: 1 })
  heads.set(rest, checked)
  return checked
}

const steps = new WeakMap<Parsed, { readonly line: number; readonly checked: Checked }>()

function readStep({ parsed, line }: StepText): Checked {
  const before = steps.get(parsed)
  if (before?.line === line) return before.checked
  if (before && before.checked.problems.length === 0) return before.checked
  const checked = checkStep(parsed, line)
  steps.set(parsed, { line, checked })
  return checked
}

function checkStep(parsed: Parsed, line: number): Checked {
  const plain: unknown = Array.isArray(parsed.value) ? parsed.value[0] : undefined
  const kind = isRecord(plain) ? kindOfStep(plain) : 'unknown'
  const step = isRecord(plain) && typeof plain.id === 'string' ? { step: plain.id } : {}
  if (parsed.errors.length === 0 && kind === 'unknown') {
    return { value: null, problems: [{ says: say('issue.no_kind'), line, ...step }] }
  }
  const schema: z.ZodType = kind === 'unknown' ? STEPS.end : STEPS[kind]
  const { value, problems } = check(parsed, schema, { plain, path: [0], line })
  return { value, problems: problems.map((each) => ({ ...each, ...step })) }
}

type Asked = { readonly plain: unknown; readonly path: Path; readonly line: number }

function check(parsed: Parsed, schema: z.ZodType, { plain, path, line }: Asked): Checked {
  const at = (offset: number) => parsed.lines.linePos(offset).line + line - 1
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ says, at: offset }) => ({ says, line: at(offset) }))
    return { value: null, problems }
  }
  const checked = schema.safeParse(plain)
  if (checked.success) return { value: checked.data as object, problems: [] }
  const problems = checked.error.issues.map((issue) => ({
    says: sentenceOf(issue),
    line: at(offsetOf(parsed, [...path, ...(issue.path as (string | number)[])])),
    ...(issue.path.length > 0 ? { field: issue.path.join('.') } : {}),
  }))
  return { value: null, problems }
}

/** Where the nearest node that is there begins. */
function offsetOf({ document }: Parsed, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.')
  switch (issue.code) {
    case 'invalid_type':
      return say(issue.input === undefined ? 'issue.missing' : 'issue.type', { field })
    case 'unrecognized_keys':
      return say('issue.unknown', { field: issue.keys.join(say('comma')) })
    case 'too_big':
      return say('issue.too_big', { field, most: String(issue.maximum) })
    case 'too_small':
      return say('issue.too_small', { field, least: String(issue.minimum) })
    case 'invalid_value':
      return say('issue.value', { field, values: issue.values.join(say('comma')) })
    case 'invalid_union':
      return say('issue.union', { field })
    default:
      return say('issue.form', { field })
  }
}

/** Settings that a step of a kind may have. */
export const fieldsOf = (kind: keyof typeof STEPS): readonly string[] =>
  Object.keys(STEPS[kind].shape)

/** Settings that a question of an adaptive block may have. */
export const QUESTION_FIELDS: readonly string[] = Object.keys(
  ADAPTIVE.shape.questions.element.shape,
)

export const HEAD_FIELDS: readonly string[] = Object.keys(HEAD)
