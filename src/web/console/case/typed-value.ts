import type { CaseView } from '../../../core/contract/desk/case-view.ts'

export type How = CaseView['capturable'][number]

/** What an adviser typed or ticked for a slot. */
export type Typed = string | readonly string[]

/** As the API takes it; undefined while it says nothing yet. */
export function valueIn({ kind }: How, typed: Typed): unknown {
  if (kind === 'choices') return typed.length > 0 ? typed : undefined
  const text = String(typed).trim()
  if (text === '') return undefined
  if (kind === 'yes_no') return text === 'yes'
  if (kind === 'number') return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  if (kind === 'money') return moneyOf(text)
  if (kind === 'phone') return /^[\d\s+-]{7,20}$/.test(text) ? text : undefined
  return text
}

/** `4200`, or `4000-4500`: yuan a month. */
function moneyOf(text: string): unknown {
  const [, low, high] = /^(\d+(?:\.\d+)?)(?:[^\d.,\uff0c]{1,3}(\d+(?:\.\d+)?))?$/.exec(text) ?? []
  if (low === undefined) return undefined
  if (high === undefined) return Number(low)
  return Number(low) <= Number(high)
    ? { min: Number(low), max: Number(high), per: 'month' }
    : undefined
}

/** What the chosen words offer for this kind; the adviser looks at it before it is kept. */
export function guessed(kind: How['kind'] | undefined, quote: string): Typed {
  if (kind === 'choices') return []
  if (kind === 'text') return quote.trim().slice(0, 200)
  if (kind === 'phone') return /\d[\d\s-]{5,18}\d/.exec(quote)?.[0] ?? ''
  if (kind === 'money' || kind === 'number') return /\d+(\.\d+)?/.exec(quote)?.[0] ?? ''
  return ''
}
