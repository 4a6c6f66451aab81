import type { Instant } from '../time.ts'
import { type DeskEvent, wordOf } from './desk-event.ts'

/** What a helper of the house guessed (疑似): a person confirms it or puts it aside. */
export type Suspect = {
  /** Line of the history. */
  readonly seq: number
  readonly kind: 'need' | 'photo'
  /** Indicator or emo, or the kind of paper. */
  readonly code: string
  /** Whom a need is about. */
  readonly who: string | null
  /** The picture that was read. */
  readonly file: string | null
  /** Printed words that say so. */
  readonly quote: string
  /** Yuan on the paper. */
  readonly amount: number | null
  readonly at: Instant
  readonly settled: Settled | null
}

type Settled = { readonly confirmed: boolean; readonly by: string; readonly at: Instant }

/** Derived from the history; the newest word of a person stands. */
export function suspectsOf(events: readonly DeskEvent[]): readonly Suspect[] {
  const settled = new Map<unknown, Settled>()
  for (const { kind, detail, by, at } of events) {
    if (kind !== 'suspect_settled') continue
    settled.set(detail.of, { confirmed: detail.confirmed === true, by: by ?? '', at })
  }
  return events.flatMap((event) => {
    const { seq, kind, detail, at } = event
    if (kind !== 'need_suspected' && kind !== 'photo_read') return []
    const text = (name: string) => (typeof detail[name] === 'string' ? String(detail[name]) : null)
    const isNeed = kind === 'need_suspected'
    const code = text(isNeed ? 'code' : 'document') ?? 'other'
    const found = { seq, at, code, who: text('who'), file: text('file') }
    const said = { quote: wordOf(event, 'quote'), amount: amountOf(event) }
    const kinds = { kind: isNeed ? ('need' as const) : ('photo' as const) }
    return [{ ...found, ...said, ...kinds, settled: settled.get(seq) ?? null }]
  })
}

function amountOf({ words }: DeskEvent): number | null {
  if (typeof words !== 'object' || words === null || !('amount' in words)) return null
  return typeof words.amount === 'number' ? words.amount : null
}
