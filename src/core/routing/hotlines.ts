import type { Day, LocalTime } from '../time.ts'
import type { CrisisType } from '../understanding/understood.ts'

/** Numbers to call, by region; a region inherits nothing here, its file was merged when it was read. */
export type Hotlines = readonly HotlineRegion[]

export type HotlineRegion = {
  readonly id: string
  /** 4-digit codes of the cities it serves; empty for regions outside the places data. */
  readonly cities: readonly string[]
  readonly lines: readonly Hotline[]
  /** Ids of lines for each kind of danger, the first to call first. */
  readonly order: Readonly<Record<CrisisType, readonly string[]>>
}

export type Hotline = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly hours: Hours
  /** How a text message reaches it, for those who cannot speak aloud. */
  readonly sms?: string
  /** When an office last called or looked it up; absent = nobody has yet. */
  readonly verifiedOn?: Day
  readonly source: string
}

/** Weekdays 1 (Monday) to 7, minutes after midnight. */
type Hours =
  | 'always'
  | { readonly weekdays: readonly number[]; readonly from: number; readonly to: number }

export type OfferedLine = Hotline & { readonly open: boolean }

/**
 * Whom to call for this danger, in order, open lines before closed ones. A closed line never stands
 * alone: when no listed line is open, the region's lines that never close come first.
 */
export function hotlinesFor(
  type: CrisisType,
  hotlines: Hotlines,
  region: string,
  now: LocalTime,
): OfferedLine[] {
  const found = hotlines.find((r) => r.id === region || r.cities.includes(region)) ?? hotlines[0]
  if (found === undefined) return []
  const listed = found.order[type].flatMap((id) => found.lines.filter((line) => line.id === id))
  const offered = listed.map((line) => ({ ...line, open: isAnswering(line.hours, now) }))
  const open = offered.filter((line) => line.open)
  const closed = offered.filter((line) => !line.open)
  if (open.length > 0) return [...open, ...closed]
  const always = found.lines.filter((line) => line.hours === 'always')
  return [...always.map((line) => ({ ...line, open: true })), ...closed]
}

function isAnswering(hours: Hours, { weekday, hour, minute }: LocalTime): boolean {
  if (hours === 'always') return true
  const at = hour * 60 + minute
  return hours.weekdays.includes(weekday) && at >= hours.from && at < hours.to
}
