import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'

/** A YAML or JSON file that has been held against its schema; `bad_data` says where it does not fit. */
export async function readYaml<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8')
  return checked(path, path.endsWith('.json') ? JSON.parse(text) : parse(text), schema)
}

export function checked<T>(path: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [first] = result.error.issues
  const where = { file: basename(path), field: first?.path.join('.'), says: first?.message }
  throw problem('bad_data', where, result.error)
}

/** `09:00` → 540 minutes after midnight. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

/** `2026-01-31`, a real day. */
export const CalendarDay = z.iso.date()
