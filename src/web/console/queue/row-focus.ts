import type { QueueRow } from '../../../core/contract/desk/queue.ts'

/** The row that has the focus. The focus itself is the mark, so that readers of the screen follow. */
export function focusedRow(
  table: HTMLElement | null,
  rows: readonly QueueRow[],
): QueueRow | undefined {
  const line = document.activeElement?.closest('tr')
  if (!line || !table?.contains(line)) return undefined
  return rows.find(({ number }) => number === line.dataset.number)
}

/** Moves the focus to the link of the next row, or of the one before. */
export function moveFocus(table: HTMLElement | null, by: 1 | -1): void {
  const links = [...(table?.querySelectorAll<HTMLElement>('.row-link') ?? [])]
  const line = document.activeElement?.closest('tr')
  const now = links.findIndex((link) => link.closest('tr') === line)
  const next = now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))
  links[next]?.focus()
}
