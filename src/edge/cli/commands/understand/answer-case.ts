import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Knowledge } from '../../../../core/understanding/knowledge.ts'
import { understand } from '../../../../core/understanding/understand.ts'
import type { Case } from './colloquial.ts'

/** Every reading that a text is given; none when it is not understood. */
export type Answerer = (asked: Case) => readonly unknown[]

/** What this house hears. */
export function ownAnswers(knowledge: Knowledge): Answerer {
  return ({ kind, text, today }) => {
    const now = Date.parse(`${today}T12:00:00+08:00`)
    const { slots, acts } = understand(text, { expects: kind, now }, knowledge)
    switch (kind) {
      case 'number':
        return [slots.number?.value]
      case 'money':
        return [slots.money?.min]
      case 'age':
        return Object.values(slots.age ?? {})
      case 'date':
        return [slots.date ?? 'not resolved']
      case 'phone':
        return [slots.phone]
      case 'yes_no':
        return acts.flatMap((a) => (a.act === 'affirm' ? true : a.act === 'deny' ? false : []))
      default:
        return kind satisfies never
    }
  }
}

type Found = { readonly resolution?: { readonly value?: unknown; readonly values?: unknown } }
type Recognize = (text: string, culture: string, options?: number, at?: Date) => readonly Found[]

const NAMES: Readonly<Record<Case['kind'], string>> = {
  number: 'recognizeNumber',
  money: 'recognizeCurrency',
  age: 'recognizeAge',
  yes_no: 'recognizeBoolean',
  phone: 'recognizePhoneNumber',
  date: 'recognizeDateTime',
}

/** Microsoft's package, when it is installed in `folder`; it is no dependency. Undefined without it. */
export function theirAnswers(folder: string): Answerer | undefined {
  const suite = load(folder)
  if (suite === undefined) return undefined
  return ({ kind, text, today }) => {
    const at = new Date(`${today}T12:00:00`)
    const asked = suite[NAMES[kind]]?.(text, 'zh-cn', 0, at) ?? []
    // An amount without its unit is a plain number to that package, and counts as heard.
    const bare =
      kind === 'money' || kind === 'age' ? (suite.recognizeNumber?.(text, 'zh-cn') ?? []) : []
    return (asked.length > 0 ? asked : bare)
      .slice(0, 1)
      .flatMap((f) => readings(kind, f.resolution))
  }
}

function load(folder: string): Readonly<Record<string, Recognize>> | undefined {
  try {
    return createRequire(join(resolve(folder), 'package.json'))('@microsoft/recognizers-text-suite')
  } catch {
    return undefined
  }
}

function readings(kind: Case['kind'], resolution: Found['resolution']): readonly unknown[] {
  const { value, values } = resolution ?? {}
  switch (kind) {
    case 'date':
      return Array.isArray(values) ? values.map((v: { value?: string }) => v.value) : []
    case 'phone':
      return [String(value).replace(/\D/g, '')]
    case 'yes_no':
      return [value]
    case 'number':
    case 'money':
    case 'age':
      return value === undefined || value === null ? [] : [Number(value)]
    default:
      return kind satisfies never
  }
}
