import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { focusedRow } from './row-focus.ts'

/**
 * A row that had the focus goes away when it is claimed, here or elsewhere: the row that takes its place
 * gets the focus, so that the next key does not act on the first row of all.
 */
export function useKeptFocus(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly QueueRow[],
): void {
  const before = useRef<readonly QueueRow[]>(rows)
  const last = useRef<string | undefined>(undefined)

  useLayoutEffect(() => {
    const own = table.current
    const keep = () => {
      last.current = focusedRow(own, rows)?.number
    }
    own?.addEventListener('focusin', keep)
    return () => own?.removeEventListener('focusin', keep)
  }, [table, rows])

  useLayoutEffect(() => {
    const place = before.current.findIndex(({ number }) => number === last.current)
    before.current = rows
    const isGone = place >= 0 && !rows.some(({ number }) => number === last.current)
    if (!isGone || document.activeElement !== document.body) return
    const links = table.current?.querySelectorAll<HTMLElement>('.row-link') ?? []
    links[Math.min(place, links.length - 1)]?.focus({ preventScroll: true })
  }, [table, rows])
}
