import { useEffect, useReducer, useState } from 'react'
import type { Opened } from '../api/documents.ts'
import { changed, type History, historyOf, redone, undone } from './history.ts'
import { copyOf, keepCopy } from './local-copy.ts'

type Act =
  | { readonly do: 'change'; readonly text: string; readonly about: string | null }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

/** The document as it is being written. */
export type Draft = {
  readonly text: string
  /** `about` names the field that is typed in: what is typed on there is one step back. */
  readonly change: (text: string, about?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Not yet on the server. */
  readonly isDirty: boolean
  /** The draft on the server that this one stands on. */
  readonly version: number
  readonly stored: string
  readonly settle: (stored: string, version: number) => void
  /** When the text was taken from this computer, not from the server. */
  readonly found: string | null
}

/** Milliseconds without a key before the copy on this computer is written. */
const PAUSE = 1_000

export function useDraft(opened: Opened, rewrite?: string): Draft {
  const { path } = opened
  const [found] = useState(() => (opened.mayEdit ? unsaved(opened) : null))
  const [history, act] = useReducer(step, null, () => begin(opened, [found?.text, rewrite]))
  const [{ stored, version }, setStored] = useState({
    stored: found?.base ?? opened.text,
    version: found?.version ?? opened.version,
  })
  const { text } = history
  const isDirty = text !== stored
  useEffect(() => {
    const copy = isDirty ? { text, base: stored, version, at: new Date().toISOString() } : null
    const keep = () => keepCopy(path, copy)
    const timer = setTimeout(keep, PAUSE)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [path, text, stored, version, isDirty])
  return {
    ...{ text, isDirty, version, stored },
    change: (next, about) => act({ do: 'change', text: next, about: about ?? null }),
    undo: () => act({ do: 'undo' }),
    redo: () => act({ do: 'redo' }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    settle: (next, newer) => setStored({ stored: next, version: newer }),
    found: found?.at ?? null,
  }
}

/** What is on the server stays one step back of what was found on this computer, and that of a new beginning. */
const begin = ({ text }: Opened, later: readonly (string | undefined)[]): History =>
  later.reduce<History>(
    (history, next) => (next === undefined ? history : changed(history, next, { at: 0 })),
    historyOf(text),
  )

function unsaved({ path, text }: Opened) {
  const copy = copyOf(path)
  return copy && copy.text !== text ? copy : null
}

function step(history: History, act: Act): History {
  switch (act.do) {
    case 'change':
      return changed(history, act.text, { about: act.about, at: Date.now() })
    case 'undo':
      return undone(history)
    case 'redo':
      return redone(history)
    default:
      return act satisfies never
  }
}
