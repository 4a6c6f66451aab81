import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Calendar } from '../../core/routing/calendar.ts'
import { CLOCKS, type Clocks, type Rhythm, type Span } from '../../core/routing/clocks.ts'
import { CLOCK_CLASSES } from '../../core/routing/urgency.ts'
import { addDays, type Day } from '../../core/time.ts'
import { CalendarDay, ClockTime, readYaml } from './read-yaml.ts'

const UNITS = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  wh: 'working_hour',
  wd: 'working_day',
} as const

/** `15min`, `1h`, `7d`, `4wh`, `2wd`, or `{ until: 20, least: 2h }` for the same day. */
const Length = z
  .string()
  .regex(/^[1-9]\d*(min|h|d|wh|wd)$/)
  .transform((text): Span => {
    const unit = text.replace(/\d/g, '') as keyof typeof UNITS
    return { unit: UNITS[unit], count: Number.parseInt(text, 10) }
  })
const SameDay = z
  .strictObject({ until: z.int().min(1).max(24), least: z.string().regex(/^\d+h$/) })
  .transform(({ until, least }): Span => {
    return { unit: 'same_day', until, least: Number.parseInt(least, 10) }
  })
const Every = z
  .string()
  .regex(/^[1-9]\d*(d|mo)$/)
  .transform((text): Rhythm => {
    return { unit: text.endsWith('mo') ? 'month' : 'day', count: Number.parseInt(text, 10) }
  })

const ClockFile = z
  .strictObject({
    format: z.literal('hearth-clocks/1'),
    office: z.strictObject({ from: ClockTime, to: ClockTime }),
    classes: z.record(z.enum(CLOCK_CLASSES), z.record(z.enum(CLOCKS), z.union([Length, SameDay]))),
    follow_up: z.record(z.enum(CLOCK_CLASSES), Every),
    answers: z.strictObject({ reminder: Length }),
    remind: z.strictObject({
      owner: z.number().positive(),
      street: z.number().positive(),
      district: z.number().positive(),
    }),
  })
  .refine(({ office }) => office.from < office.to, { message: 'the office closes before it opens' })

/** Reads data/clocks/<name>.yaml. */
export async function loadClocks(path: string): Promise<Clocks> {
  const { office, classes, follow_up: followUp, answers, remind } = await readYaml(path, ClockFile)
  return { office, classes, followUp, answers, remind }
}

const CalendarFile = z.strictObject({
  format: z.literal('hearth-calendar/1'),
  year: z.int(),
  needs_verification: z.boolean().default(false),
  holidays: z.array(z.strictObject({ name: z.string(), from: CalendarDay, to: CalendarDay })),
  workdays: z.array(CalendarDay),
})

export type CheckedCalendar = Calendar & {
  readonly years: readonly number[]
  /** Years whose days nobody has compared with the official notice yet. */
  readonly unverified: readonly number[]
}

/** Reads every year in data/calendar; a year without a file has only its weekends. */
export async function loadCalendar(folder: string): Promise<CheckedCalendar> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  const years = await Promise.all(files.map((file) => readYaml(join(folder, file), CalendarFile)))
  const holidays = years.flatMap((year) => year.holidays).flatMap(({ from, to }) => days(from, to))
  return {
    holidays: new Set(holidays),
    workdays: new Set(years.flatMap((year) => year.workdays)),
    years: years.map(({ year }) => year),
    unverified: years.filter((year) => year.needs_verification).map(({ year }) => year),
  }
}

function days(from: Day, to: Day): Day[] {
  const found: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) found.push(day)
  return found
}
