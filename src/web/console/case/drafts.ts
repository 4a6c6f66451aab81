import { useState } from 'react'
import { uuid } from '../../shared/uuid.ts'

/** What is being written about a case: kept in this tab over reloads until it has arrived. */
export type Draft = {
  readonly text: string
  /** The same for each try to send it, so that it is said once. */
  readonly id: string
  /** Newest message when the first letter was typed. */
  readonly seen: number
}

export type DraftKind = 'reply' | 'note'

const place = (number: string, kind: DraftKind) => `hearth-draft:${kind}:${number}`

export function useDraft(number: string, kind: DraftKind) {
  const [draft, set] = useState(() => read(place(number, kind)))
  function keep(next: Draft) {
    set(next)
    write(place(number, kind), next)
  }
  /** `last` is the newest message on the screen. */
  function type(text: string, last: number) {
    const begins = draft.text === ''
    keep({ text, id: begins ? uuid() : draft.id, seen: begins ? last : draft.seen })
  }
  return { draft, type, keep, clear: () => keep(EMPTY) }
}

const EMPTY: Draft = { text: '', id: '', seen: 0 }

function read(key: string): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>) }
  } catch {
    return EMPTY
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing still has the text on the screen.
  }
}
