/** Puts the focus where a key leads, once the panel is drawn: `data-field` names the places. */
export function focusField(name: string): void {
  requestAnimationFrame(() => {
    const choose = document.querySelector<HTMLElement>(`[data-choose="${name}"]`)
    choose?.click()
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus(),
    )
  })
}
