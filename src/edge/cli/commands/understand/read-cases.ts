import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Case } from './colloquial.ts'

/** The cases of Microsoft's Recognizers-Text (MIT), as its repository keeps them for zh-cn. */
const Spec = z.array(
  z.object({
    Input: z.string(),
    NotSupported: z.string().default(''),
    NotSupportedByDesign: z.string().default(''),
    IgnoreResolution: z.boolean().default(false),
    Context: z.object({ ReferenceDateTime: z.string() }).optional(),
    Results: z.array(z.object({ TypeName: z.string(), Resolution: z.unknown() })).default([]),
  }),
)

const FILES: readonly (readonly [string, Case['kind'], string])[] = [
  ['NumberModel.json', 'number', 'number'],
  ['CurrencyModel.json', 'money', 'currency'],
  ['AgeModel.json', 'age', 'age'],
  ['BooleanModel.json', 'yes_no', 'boolean'],
  ['PhoneNumberModel.json', 'phone', 'phonenumber'],
  ['DateTimeModel.json', 'date', 'datetimeV2.date'],
]

export type SpecCase = Case & {
  /** Whether the JavaScript package itself passes it by its own account. */
  readonly supported: boolean
}

/** Cases with one value of a kind that is asked here: yuan, years, days, mainland numbers. */
export async function readCases(folder: string): Promise<readonly SpecCase[]> {
  const all: SpecCase[] = []
  for (const [file, kind, type] of FILES) {
    const specs = Spec.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))
    for (const spec of specs) {
      const [only, ...more] = spec.Results
      if (only === undefined || more.length > 0 || only.TypeName !== type) continue
      const wanted = valuesOf(kind, only.Resolution)
      if (wanted.length === 0 || spec.IgnoreResolution) continue
      const off = `${spec.NotSupported},${spec.NotSupportedByDesign}`.toLowerCase()
      all.push({
        kind,
        text: spec.Input,
        wanted,
        supported: !off.includes('javascript'),
        today: spec.Context?.ReferenceDateTime.slice(0, 10) ?? '2026-11-21',
      })
    }
  }
  return all
}

const Resolution = z.object({
  value: z.union([z.string(), z.boolean()]).optional(),
  isoCurrency: z.string().optional(),
  unit: z.string().optional(),
  values: z.array(z.object({ value: z.string().optional() })).optional(),
})

function valuesOf(kind: Case['kind'], resolution: unknown): Case['wanted'] {
  const read = Resolution.safeParse(resolution)
  if (!read.success) return []
  const { value, isoCurrency, unit, values } = read.data
  switch (kind) {
    case 'date':
      return (values ?? []).flatMap((v) => v.value ?? [])
    case 'yes_no':
      return typeof value === 'boolean' ? [value] : []
    case 'phone': {
      const digits = String(value).replace(/\D/g, '')
      return /^1[3-9]\d{9}$/.test(digits) ? [digits] : []
    }
    case 'money':
      return isoCurrency === 'CNY' ? [Number(value)] : []
    case 'age':
      return unit === 'Year' ? [Number(value)] : []
    case 'number':
      return value === undefined || !Number.isFinite(Number(value)) ? [] : [Number(value)]
    default:
      return kind satisfies never
  }
}
