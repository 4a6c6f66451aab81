import { isNode } from 'yaml'
import type { z } from 'zod'
import { type Flow, flowSchema } from '../../../core/dialog/flow/schema.ts'
import { kindOfStep, type StepKind } from '../outline/rows.ts'
import type { Parsed, Parts, StepText } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'
import type { Path } from '../yaml/rewrite.ts'

export const FORM_CODES = [
  'unreadable',
  'form_no_steps',
  'form_no_kind',
  'form_missing',
  'form_type',
  'form_unknown',
  'form_too_big',
  'form_too_small',
  'form_value',
  'form_other',
] as const

type FormCode = (typeof FORM_CODES)[number]

/** A place where the text does not have the form of a flow. */
type Unreadable = {
  readonly code: FormCode
  /** What the sentence needs: the setting, a bound, the words that are known. */
  readonly about: string
  readonly line: number
  readonly field?: string
  readonly step?: string
}

export type FlowRead = { readonly flow: Flow | null; readonly problems: readonly Unreadable[] }

/** The form of each kind of step, found by its settings as a step's kind is found by its own. */
const STEPS = new Map(
  flowSchema.shape.steps.element.options.map((form) => [kindOfStep(form.shape), form] as const),
)
const headSchema = flowSchema.omit({ steps: true })

/** A flow from its parts. What was read before is not read again: one step differs. */
export function readFlow(parts: Parts): FlowRead {
  const head = readHead(parts)
  const steps = parts.steps.map(readStep)
  const problems = [...head.problems, ...steps.flatMap((each) => each.problems)]
  if (steps.length === 0) problems.push({ code: 'form_no_steps', about: '', line: 1 })
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
    return { value: null, problems: [{ code: 'form_no_kind', about: '', line, ...step }] }
  }
  const form: z.ZodType = STEPS.get(kind) ?? flowSchema.shape.steps.element
  const { value, problems } = check(parsed, form, { plain, path: [0], line })
  return { value, problems: problems.map((each) => ({ ...each, ...step })) }
}

type Asked = { readonly plain: unknown; readonly path: Path; readonly line: number }

function check(parsed: Parsed, schema: z.ZodType, { plain, path, line }: Asked): Checked {
  const at = (offset: number) => parsed.lines.linePos(offset).line + line - 1
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ says, at: offset }) => ({
      ...{ code: 'unreadable' as const, about: says },
      line: at(offset),
    }))
    return { value: null, problems }
  }
  const checked = schema.safeParse(plain)
  if (checked.success) return { value: checked.data as object, problems: [] }
  const problems = checked.error.issues.map((issue) => ({
    ...wordsOf(issue, parsed.document.hasIn([...path, ...issue.path])),
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

function wordsOf(issue: z.core.$ZodIssue, isThere: boolean): Pick<Unreadable, 'code' | 'about'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: isThere ? 'form_type' : 'form_missing', about: '' }
    case 'unrecognized_keys':
      return { code: 'form_unknown', about: issue.keys.join(' ') }
    case 'too_big':
      return { code: 'form_too_big', about: String(issue.maximum) }
    case 'too_small':
      return { code: 'form_too_small', about: String(issue.minimum) }
    case 'invalid_value':
      return { code: 'form_value', about: issue.values.join(' ') }
    default:
      return { code: 'form_other', about: '' }
  }
}

/** Settings that a step of a kind may have. */
export const fieldsOf = (kind: StepKind): readonly string[] =>
  Object.keys(STEPS.get(kind)?.shape ?? {})

/** Settings that a question of an adaptive block may have. */
export const QUESTION_FIELDS: readonly string[] = flowSchema.shape.steps.element.options.flatMap(
  ({ shape }) => ('questions' in shape ? Object.keys(shape.questions.element.shape) : []),
)
