import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { z } from 'zod'
import { flowSchema } from '../../../core/dialog/flow/schema.ts'
import { headOf, sectionsIn, stepValue } from '../outline/rows.ts'
import { partsOf } from './parts.ts'
import { isRecord } from './render.ts'

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: string | boolean
  readonly type?: string
}

let whole: Schema | null = null

/** The schema of flow files (flows/flow.schema.json), made when it is first wanted. */
function flowForm(): Schema {
  whole ??= z.toJSONSchema(flowSchema) as Schema
  return whole
}

/** What may stand at the cursor: keys of the form, its words, and the names of this very flow. */
export function completeFlow(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w-]*/)
  if (!word || (word.from === word.to && !context.explicit)) return null
  const before = context.state.doc.sliceString(0, word.from)
  const { path, key } = placeIn(before)
  const options = key === null ? keysAt(path) : wordsAt(path, key, context.state.doc.toString())
  return options.length === 0 ? null : { from: word.from, options }
}

function keysAt(path: readonly string[]) {
  const names = new Set(schemasAt(path).flatMap((each) => Object.keys(each.properties ?? {})))
  return [...names].map((label) => ({ label, apply: `${label}: `, type: 'property' }))
}

function wordsAt(path: readonly string[], key: string, text: string) {
  const forms = schemasAt([...path, key])
  const words = forms.flatMap((each) => [
    ...(each.enum ?? []),
    ...(each.const === undefined ? [] : [String(each.const)]),
    ...(each.type === 'boolean' ? ['true', 'false'] : []),
  ])
  return [...new Set([...words, ...namesFor(key, text)])].map((label) => ({
    label,
    type: 'constant',
  }))
}

/** Names that this flow has: its slots, its steps, its sections. */
function namesFor(key: string, text: string): readonly string[] {
  const parts = partsOf(text)
  if (!parts) return []
  if (key === 'section') return Object.keys(sectionsIn(parts))
  if (key === 'goto') {
    return parts.steps.flatMap((_, at) => {
      const { id } = stepValue(parts, at)
      return typeof id === 'string' ? [id] : []
    })
  }
  const { slots } = headOf(parts)
  return ['into', 'summarise', 'leave_note'].includes(key) && isRecord(slots)
    ? Object.keys(slots)
    : []
}

/** Every form that may stand at a place; `*` is an entry of a list or any key. */
function schemasAt(path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (forms, key) => forms.flatMap((form) => below(form, key)).flatMap(either),
    either(flowForm()),
  )
}

const either = (form: Schema): readonly Schema[] => form.anyOf?.flatMap(either) ?? [form]

function below(form: Schema, key: string): readonly Schema[] {
  if (key === '*') return form.items ? [form.items] : []
  const own = form.properties?.[key]
  if (own) return [own]
  return typeof form.additionalProperties === 'object' ? [form.additionalProperties] : []
}

/** Where the end of this text stands: the keys above it, and the key of its own line, if it is behind one. */
export function placeIn(text: string): {
  readonly path: readonly string[]
  readonly key: string | null
} {
  const lines = text.split('\n')
  const line = lines.at(-1) ?? ''
  const open = openBraces(line)
  const own = /^( *)(- )?(?:([\w"]+):(?: |$))?/.exec(line)
  const indent = (own?.[1]?.length ?? 0) + (own?.[2] ? 2 : 0)
  const above = parentsOf(lines.slice(0, -1), indent, own?.[2] !== undefined)
  const key = own?.[3]?.replaceAll('"', '') ?? null
  if (open === null || key === null) return { path: above, key: open === null ? key : null }
  return { path: [...above, key, ...open.path], key: open.key }
}

function parentsOf(lines: readonly string[], indent: number, isItem: boolean): readonly string[] {
  const path: string[] = isItem ? ['*'] : []
  let least = isItem ? indent - 2 : indent
  for (let at = lines.length - 1; at >= 0 && least >= 0; at -= 1) {
    const found = /^( *)((?:- )?)([\w"]+):/.exec(lines[at] ?? '')
    if (!found) continue
    const [, spaces = '', dash = '', name = ''] = found
    const column = spaces.length + dash.length
    if (dash !== '' && column === least) path.unshift('*')
    if (column < least || (dash !== '' && column === least)) {
      if (column < least) {
        path.unshift(name.replaceAll('"', ''))
        if (dash !== '') path.unshift('*')
      }
      least = dash === '' ? column : spaces.length
    }
    if (least === 0) break
  }
  return path
}

/** Inside `{ … ` on one line: the keys of the braces that are still open. */
function openBraces(
  line: string,
): { readonly path: readonly string[]; readonly key: string | null } | null {
  const path: string[] = []
  let depth = 0
  let key: string | null = null
  for (const [, brace, name] of line.matchAll(/([{}[\],])|([\w"]+):/g)) {
    if (name !== undefined) key = name.replaceAll('"', '')
    else if (brace === '{' || brace === '[') {
      if (depth > 0 && key !== null) path.push(key)
      if (brace === '[') path.push('*')
      depth += 1
      key = null
    } else if (brace === ',') key = null
    else {
      depth -= 1
      path.pop()
      key = null
    }
  }
  return depth > 0 ? { path, key } : null
}
