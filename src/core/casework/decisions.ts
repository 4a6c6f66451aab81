import { INDICATORS, type IndicatorCode } from '../indicators.ts'
import type { Instant } from '../time.ts'
import { type DeskEvent, wordOf } from './desk-event.ts'

/** What an adviser decided about one indicator (改): the newest stands. */
export type Decision = {
  readonly code: IndicatorCode
  /** null = it cannot be said. */
  readonly value: boolean | null
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** What an adviser noted for a slot (记为): basis is the sentence it was taken from. */
export type Captured = {
  readonly slot: string
  readonly value: unknown
  readonly quote: string
  /** Message of the conversation. */
  readonly message: number
  readonly by: string
  readonly at: Instant
}

/** Derived from the history, never stored twice. */
export function decisionsOf(events: readonly DeskEvent[]): ReadonlyMap<IndicatorCode, Decision> {
  const decided = new Map<IndicatorCode, Decision>()
  for (const event of events) {
    if (event.kind !== 'indicator_set') continue
    const code = INDICATORS.find((each) => each === event.detail.code)
    const { value } = event.detail
    if (!code || (typeof value !== 'boolean' && value !== null)) continue
    const reason = wordOf(event, 'reason')
    decided.set(code, { code, value, reason, by: event.by ?? '', at: event.at })
  }
  return decided
}

export function capturesOf(events: readonly DeskEvent[]): ReadonlyMap<string, Captured> {
  const captured = new Map<string, Captured>()
  for (const event of events) {
    const { slot, message } = event.detail
    if (event.kind !== 'captured' || typeof slot !== 'string' || event.words === null) continue
    const { value } = event.words as { readonly value: unknown }
    captured.set(slot, {
      slot,
      value,
      quote: wordOf(event, 'quote'),
      message: typeof message === 'number' ? message : 0,
      by: event.by ?? '',
      at: event.at,
    })
  }
  return captured
}
