import type { PlaceFigures } from '../../../core/contract/office/figures.ts'
import { publishedCount } from '../../../core/dialog/usage/published-counts.ts'
import { say } from './texts.ts'

/** What was done in the week. */
export const OF_WEEK = ['asked', 'late', 'contact', 'closed', 'services', 'visits'] as const

/** What stands now. */
export const OF_NOW = ['open', 'high', 'overdue', 'followUps', 'measures', 'reminders'] as const

export const COLUMNS = [...OF_WEEK, ...OF_NOW]

/** Columns in which anything is somebody who waits too long. */
export const LATE: readonly string[] = ['late', 'overdue', 'followUps', 'measures', 'reminders']

/** A row of figures. `outside`: small cells are not told and the others rounded, sums as well as parts. */
export function cellsOf(figures: PlaceFigures, outside: boolean): readonly (string | number)[] {
  return COLUMNS.map((name) => {
    if (name === 'contact') return contactOf(figures, outside)
    return outside ? (publishedCount(figures[name]) ?? say('few')) : figures[name]
  })
}

function contactOf({ contact, asked }: PlaceFigures, outside: boolean): string {
  if (contact === null || (outside && !publishedCount(asked))) return ''
  if (contact < 60) return say('minutes', { count: contact })
  return say('hours', { count: Math.round(contact / 6) / 10 })
}

export const nameOf = ({ code, name }: PlaceFigures): string => name ?? (code || say('unknown'))
