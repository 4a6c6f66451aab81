/** Moves the focus to the link of the next line of the day, or of the one before. */
export function moveItem(page: HTMLElement | null, by: 1 | -1): void {
  const links = [...(page?.querySelectorAll<HTMLElement>('.today-item a') ?? [])]
  const now = links.indexOf(document.activeElement as HTMLElement)
  const next = now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))
  links[next]?.focus()
}
