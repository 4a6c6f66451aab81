import { useMemo } from 'react'
import type { AssessmentFormView } from '../../../core/contract/office/assessment.ts'
import type { IndicatorCode } from '../../../core/indicators.ts'
import type { Typed } from '../case/typed-value.ts'
import { type Filling, reckon } from './filling.ts'

export type Fill = ReturnType<typeof useFill>

/** The verbs of filling in a form; each gives the whole next filling to `keep`. */
export function useFill(form: AssessmentFormView, filling: Filling, keep: (next: Filling) => void) {
  const reckoned = useMemo(() => reckon(form, filling), [form, filling])
  const { known } = reckoned
  return {
    ...{ filling, reckoned },
    type: (slot: string, typed: Typed) =>
      keep({
        ...filling,
        typed: { ...filling.typed, [slot]: typed },
        seen:
          slot in filling.seen ? filling.seen : { ...filling.seen, [slot]: known[slot] ?? null },
      }),
    explain: (slot: string, reason: string) =>
      keep({ ...filling, reasons: { ...filling.reasons, [slot]: reason } }),
    undo: (slot: string) =>
      keep({
        ...filling,
        typed: without(filling.typed, slot),
        reasons: without(filling.reasons, slot),
        seen: without(filling.seen, slot),
      }),
    /** Mine stands, although another person changed it meanwhile. */
    insist: (slot: string) =>
      keep({ ...filling, seen: { ...filling.seen, [slot]: known[slot] ?? null } }),
    decide: (code: IndicatorCode, value: boolean | null, reason: string) =>
      keep({ ...filling, decided: { ...filling.decided, [code]: { value, reason } } }),
    undecide: (code: IndicatorCode) =>
      keep({ ...filling, decided: without(filling.decided, code) }),
    note: (note: string) => keep({ ...filling, note }),
  }
}

function without<T extends object>(all: T, key: string): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)) as T
}
