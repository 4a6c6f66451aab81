import { useRef, useState } from 'react'
import { FILES_A_MESSAGE } from '../../../core/contract/limits.ts'
import { uuid } from '../../shared/uuid.ts'

/** What is being written about a case: kept in this tab over reloads until it has arrived. */
export type Draft = {
  readonly text: string
  /** The same for each try to send it, so that it is said once. */
  readonly id: string
  /** Newest message when the first letter was typed. */
  readonly seen: number
  /** What goes with it, in the house already. */
  readonly files: readonly AttachedFile[]
}

export type AttachedFile = {
  readonly id: string
  readonly kind: 'image' | 'audio' | 'file'
  readonly label: string
}

export type DraftKind = 'reply' | 'note'

const place = (number: string, kind: DraftKind) => `hearth-draft:${kind}:${number}`

export function useDraft(number: string, kind: DraftKind) {
  const [draft, set] = useState(() => read(place(number, kind)))
  // Files arrive later than they were chosen: what was typed meanwhile must stay.
  const now = useRef(draft)
  function keep(next: Draft) {
    now.current = next
    set(next)
    write(place(number, kind), next)
  }
  /** `last` is the newest message on the screen. */
  function change(changes: Partial<Draft>, last: number) {
    const first = isEmpty(now.current) ? { id: uuid(), seen: last } : {}
    keep({ ...now.current, ...first, ...changes })
  }
  return {
    draft,
    keep,
    type: (text: string, last: number) => change({ text }, last),
    attach: (files: readonly AttachedFile[], last: number) => {
      const before = now.current.files
      const known = new Set(before.map(({ id }) => id))
      const all = [...before, ...files.filter(({ id }) => !known.has(id))]
      change({ files: all.slice(0, FILES_A_MESSAGE) }, last)
    },
    detach: (id: string) => keep({ ...draft, files: draft.files.filter((file) => file.id !== id) }),
    clear: () => keep(EMPTY),
  }
}

/** Words for the reply box of a case, to be looked at before they are sent. */
export function leaveReply(number: string, text: string): void {
  write(place(number, 'reply'), { ...EMPTY, id: uuid(), text })
}

const EMPTY: Draft = { text: '', id: '', seen: 0, files: [] }

const isEmpty = ({ text, files }: Draft) => text === '' && files.length === 0

function read(key: string): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>) }
  } catch {
    return EMPTY
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (isEmpty(draft)) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing still has the text on the screen.
  }
}
