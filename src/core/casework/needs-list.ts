import type { IndicatorCode } from '../indicators.ts'
import type { Urgency } from '../routing/urgency.ts'
import { URGENCIES } from '../routing/urgency.ts'

export const NEED_STATES = ['unmet', 'under_way', 'met', 'dropped'] as const

type NeedState = (typeof NEED_STATES)[number]

/** Where a need is known from: an assessment, the resident's own words, an adviser. */
type NeedSource = 'indicator' | 'heard' | 'hand'

/** One line of the needs list (需求清单). */
export type NeedLine = {
  /** Code of the indicator or of the heard need; null = only words. */
  readonly code: string | null
  readonly words: string | null
  readonly urgency: Urgency
  readonly state: NeedState
  readonly source: NeedSource
  /** The resident's own words, where there are any. */
  readonly quote: string | null
  /** The record that an adviser keeps of it; null = derived, nobody has touched it. */
  readonly record: { readonly id: string; readonly version: number } | null
}

export type NeedGrounds = {
  /** Indicators of the assessment that counts now: confirmed before first pass. */
  readonly deprived: Readonly<Partial<Record<IndicatorCode, boolean | null>>>
  readonly heard: readonly {
    readonly code: string
    readonly polarity: string
    readonly quote: string
    readonly confirmed: boolean | null
  }[]
  readonly written: readonly WrittenNeed[]
}

export type WrittenNeed = {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly code: string | null
  readonly urgency: Urgency
  readonly words: string | null
}

/**
 * What a household needs: every deprived indicator and every confirmed word of its own, each once, and what
 * advisers wrote. A written line stands before a derived one of the same code. Open ones first, urgent ones first.
 */
export function needsList({ deprived, heard, written }: NeedGrounds): readonly NeedLine[] {
  const lines = written.map(byHand)
  const known = new Set(lines.map(({ code }) => code))
  const quotes = heard.filter(
    ({ polarity, confirmed }) => polarity === 'present' && confirmed !== false,
  )
  const lacking = Object.keys(deprived).filter((code) => deprived[code as IndicatorCode] === true)
  const spoken = quotes.filter(({ confirmed }) => confirmed === true).map(({ code }) => code)
  const derived = [...new Set([...lacking, ...spoken])].filter((code) => !known.has(code))
  return [
    ...lines.map((line) => ({ ...line, quote: quoteOf(quotes, line.code) })),
    ...derived.map((code) => ({
      ...({ code, words: null, urgency: 'normal', state: 'unmet', record: null } as const),
      source: lacking.includes(code) ? ('indicator' as const) : ('heard' as const),
      quote: quoteOf(quotes, code),
    })),
  ].sort(
    (a, b) =>
      NEED_STATES.indexOf(a.state) - NEED_STATES.indexOf(b.state) ||
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency),
  )
}

function byHand({ id, version, state, ...need }: WrittenNeed): NeedLine {
  const stands = NEED_STATES.find((each) => each === state) ?? 'unmet'
  return { ...need, state: stands, source: 'hand', quote: null, record: { id, version } }
}

const quoteOf = (heard: NeedGrounds['heard'], code: string | null) =>
  heard.find((each) => each.code === code)?.quote ?? null
