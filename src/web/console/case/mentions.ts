type Colleague = { readonly id: string; readonly name: string; readonly pinyin: string }

/** What stands after the last `@` at the end of a note; null when nobody is being called. */
export function wantedName(text: string): string | null {
  return /@([^\s@]{0,20})$/.exec(text)?.[1] ?? null
}

/** Puts a whole name in the place of what was typed after `@`. */
export const insertName = (text: string, name: string): string =>
  text.replace(/@[^\s@]{0,20}$/, () => `@${name} `)

/** Colleagues by name, pinyin or initials, nearest first. */
export function matching<T extends Colleague>(all: readonly T[], wanted: string): readonly T[] {
  const want = wanted.toLowerCase()
  const found = all.filter(({ name, pinyin }) => name.includes(wanted) || pinyin.includes(want))
  return found.slice(0, SHOWN)
}

const SHOWN = 6

/** Ids of the colleagues whose names stand in the note behind an `@`. */
export const mentioned = (text: string, all: readonly Colleague[]): readonly string[] =>
  all.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
