/** A text of the page by its key, with `{name}` replaced by values. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string

/** The texts stand in one attribute of the page. */
export function textsOf(page: HTMLElement): Say {
  const texts: Readonly<Record<string, string>> = JSON.parse(page.dataset.texts ?? '{}')
  return (key, values = {}) =>
    (texts[key] ?? '').replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
