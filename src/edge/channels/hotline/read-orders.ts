import { z } from 'zod'
import type { Order } from '../../../work/ports/intake.ts'
import { INTAKE_SOURCES } from '../../../work/ports/intake.ts'
import { type CsvLine, readCsv } from './read-csv.ts'
import { readLimit, readTime } from './read-time.ts'

/** Lines of one call; more come in a second one. */
export const MOST_ORDERS = 500

export type ReadLine =
  | { readonly order: Order }
  | { readonly number: string | null; readonly field: string; readonly message: string }

/** `one`: a single order as an object; its refusal is the answer to the call. */
export type ReadCall =
  | { readonly lines: readonly ReadLine[]; readonly one: boolean }
  | { readonly wrong: 'bad_json' | 'bad_request' | 'too_many'; readonly field?: string }

/** The orders of a call, JSON or CSV. A wrong line spoils only itself. */
export function readOrders(body: Uint8Array, contentType: string): ReadCall {
  const raw = isCsv(contentType) ? readCsv(body).map(inEnglish) : parsed(body)
  if (raw === undefined) return { wrong: 'bad_json' }
  const one = !Array.isArray(raw)
  const all: readonly unknown[] = one ? [raw] : raw
  if (all.length === 0) return { wrong: 'bad_request', field: 'orders' }
  if (all.length > MOST_ORDERS) return { wrong: 'too_many' }
  return { one, lines: all.map(readLine) }
}

const isCsv = (contentType: string) => /^(?:text\/csv|application\/csv)/i.test(contentType.trim())

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

const words = (most: number) =>
  z
    .union([z.string(), z.number().transform(String)], { error: 'must be text' })
    .transform((text) => text.trim())
    .refine((text) => text.length <= most, { error: `must have at most ${most} characters` })
const needed = (most: number) => words(most).refine((text) => text !== '', { error: 'is missing' })
const maybe = (most: number) =>
  words(most)
    .nullish()
    .transform((text) => text || null)
const moment = (read: (text: string) => number | null) =>
  maybe(40).transform((text, context) => {
    const at = text === null ? null : read(text)
    if (text !== null && at === null) {
      context.addIssue({ code: 'custom', message: 'must be a time like 2026-11-21 09:05' })
    }
    return at
  })

const OrderForm = z
  .object({
    source: z
      .enum(INTAKE_SOURCES, { error: `must be one of ${INTAKE_SOURCES.join(', ')}` })
      .default('hotline'),
    number: needed(64),
    name: maybe(40),
    phone: maybe(40),
    address: maybe(200),
    text: needed(5_000),
    received_at: moment(readTime),
    due_at: moment(readLimit),
    kind: maybe(60),
    from: maybe(60),
  })
  .refine(({ received_at: from, due_at: due }) => from === null || due === null || from <= due, {
    path: ['due_at'],
    error: 'must not be before received_at',
  })

function readLine(raw: unknown): ReadLine {
  const read = OrderForm.safeParse(raw)
  if (!read.success) {
    const [issue] = read.error.issues
    const field = String(issue?.path[0] ?? 'order')
    return { number: numberOf(raw), field, message: missing(issue?.message ?? '', raw, field) }
  }
  const { received_at: receivedAt, due_at: dueAt, ...rest } = read.data
  return { order: { ...rest, receivedAt, dueAt } }
}

const missing = (message: string, raw: unknown, field: string) =>
  isRecord(raw) && raw[field] === undefined ? 'is missing' : message

const numberOf = (raw: unknown): string | null =>
  isRecord(raw) && typeof raw.number === 'string' ? raw.number.slice(0, 64) : null

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null

/** How the columns are called in tables that 12345 and departments export. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  source: ['来源'],
  number: ['工单编号', '工单号', '编号', '单号'],
  name: ['来电人', '来电人姓名', '姓名', '诉求人', '联系人'],
  phone: ['来电号码', '联系电话', '联系方式', '手机', '电话'],
  address: ['地址', '联系地址', '居住地址', '事发地址', '住址'],
  text: ['诉求内容', '工单内容', '反映内容', '内容', '诉求'],
  received_at: ['来电时间', '受理时间', '登记时间', '创建时间'],
  due_at: ['办理时限', '截止时间', '办结时限', '到期时间'],
  kind: ['工单类型', '诉求类型', '类型', '类别'],
  from: ['转介单位', '报告人', '来文单位', '单位'],
}

const SOURCES: Readonly<Record<string, string>> = {
  热线: 'hotline',
  '12345': 'hotline',
  '12345热线': 'hotline',
  转介: 'referral',
  部门转介: 'referral',
  代报: 'report',
  邻里代报: 'report',
  报告: 'report',
}

/** Columns by their names in Chinese or English; an empty cell is no value; others are left out. */
function inEnglish(line: CsvLine): CsvLine {
  const entries = Object.entries(COLUMNS).map(([field, names]) => {
    const column = [field, ...names].find((name) => line[name] !== undefined && line[name] !== '')
    return [field, column === undefined ? '' : (line[column] ?? '')] as const
  })
  const told = Object.fromEntries(entries.filter(([, value]) => value !== ''))
  const { source } = told
  return source === undefined ? told : { ...told, source: SOURCES[source] ?? source }
}
