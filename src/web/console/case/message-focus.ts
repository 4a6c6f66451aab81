/** Moves the focus to the next message, or the one before; first to the newest. */
export function moveMessage(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.transcript [data-seq]')]
  const now = lines.indexOf(document.activeElement as HTMLElement)
  const next = now < 0 ? lines.length - 1 : Math.min(lines.length - 1, Math.max(0, now + by))
  lines[next]?.focus()
}
