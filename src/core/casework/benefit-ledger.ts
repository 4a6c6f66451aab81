/** Kinds of help: 资金, 物质, 服务, 心理. */
export const HELP_KINDS = ['money', 'goods', 'service', 'mind'] as const

export type HelpKind = (typeof HELP_KINDS)[number]

/** 兜底 holds somebody up, 发展 helps somebody on. */
export const HELP_AIMS = ['floor', 'growth'] as const

export type HelpAim = (typeof HELP_AIMS)[number]

/** A month, `2026-11`. */
export type Month = string

/** Help that a household receives from some department (受助). */
export type Benefit = {
  readonly id: string
  readonly item: string
  readonly department: string
  readonly kind: HelpKind
  readonly aim: HelpAim
  readonly from: Month
  /** The last month; null = still given. */
  readonly to: Month | null
  /** Given every month, or once in `from`. */
  readonly every: 'month' | 'once'
  /** In fen, each time; null = worth nothing that is counted. */
  readonly amount: number | null
  /** Codes of the needs that it is for. */
  readonly needs: readonly string[]
}

export type Ledger = {
  /** In fen, from the first month to `now`. */
  readonly total: number
  /** What flows each month now, in fen. */
  readonly monthly: number
  readonly byDepartment: readonly { readonly department: string; readonly total: number }[]
  readonly byKind: Readonly<Record<HelpKind, number>>
  readonly overlaps: readonly Overlap[]
  /** Codes of open needs for which nothing is given now. */
  readonly gaps: readonly string[]
}

/** The same item twice in the same months (同月重复). */
type Overlap = {
  readonly ids: readonly [string, string]
  readonly from: Month
  readonly to: Month
}

/** What all departments give together: totals, what is given twice, what nobody gives. */
export function benefitLedger(
  benefits: readonly Benefit[],
  openNeeds: readonly string[],
  now: Month,
): Ledger {
  const running = benefits.filter((each) => runs(each, now))
  const helped = new Set(running.flatMap(({ needs }) => needs))
  const departments = [...new Set(benefits.map(({ department }) => department))]
  return {
    total: sum(benefits, now),
    monthly: running
      .filter(({ every }) => every === 'month')
      .reduce((all, { amount }) => all + (amount ?? 0), 0),
    byDepartment: departments
      .map((department) => ({
        department,
        total: sum(
          benefits.filter((each) => each.department === department),
          now,
        ),
      }))
      .sort((a, b) => b.total - a.total),
    byKind: Object.fromEntries(
      HELP_KINDS.map((kind) => [
        kind,
        sum(
          benefits.filter((each) => each.kind === kind),
          now,
        ),
      ]),
    ) as Record<HelpKind, number>,
    overlaps: overlapsIn(benefits, now),
    gaps: openNeeds.filter((code) => !helped.has(code)),
  }
}

/** Whole months from one to another, both counted; 0 when the second comes first. */
export function monthsBetween(from: Month, to: Month): number {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return Math.max(0, count(to) - count(from) + 1)
}

const sum = (benefits: readonly Benefit[], now: Month) =>
  benefits.reduce((all, each) => all + timesUntil(each, now) * (each.amount ?? 0), 0)

function timesUntil({ every, from, to }: Benefit, now: Month): number {
  if (from > now) return 0
  return every === 'once' ? 1 : monthsBetween(from, earlier(to ?? now, now))
}

const runs = ({ every, from, to }: Benefit, now: Month) =>
  every === 'once' ? from === now : from <= now && (to === null || to >= now)

/** Each pair once, with the months that both cover. */
function overlapsIn(benefits: readonly Benefit[], now: Month): readonly Overlap[] {
  return benefits.flatMap((one, at) =>
    benefits.slice(at + 1).flatMap((other) => {
      if (named(one) !== named(other)) return []
      const from = one.from > other.from ? one.from : other.from
      const to = earlier(endOf(one, now), endOf(other, now))
      return from <= to ? [{ ids: [one.id, other.id] as const, from, to }] : []
    }),
  )
}

/** One that is still given reaches to this month, or to its first when it has not begun. */
const endOf = ({ every, from, to }: Benefit, now: Month): Month =>
  every === 'once' ? from : (to ?? (from > now ? from : now))

const earlier = (a: Month, b: Month) => (a < b ? a : b)

const named = ({ item }: Benefit) =>
  item
    .normalize('NFKC')
    .replaceAll(/[\s（）()]/g, '')
    .toLowerCase()
