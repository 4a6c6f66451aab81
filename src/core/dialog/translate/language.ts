import type { Translated } from './translated.ts'

/** A language besides Chinese that the house speaks. */
export type Language = {
  /** What it calls itself: English, 繁體中文. */
  readonly name: string
  /** Whole messages that ask for it. */
  readonly words: readonly string[]
  /** Texts of flows by the flow's id. */
  readonly flows: Readonly<Record<string, Translated>>
  /** System phrases. */
  readonly phrases: Translated
  readonly hears: Hears
}

/**
 * How words of this language are understood: what is written is read as the Chinese under which it stands. A whole
 * message only of who speaks the language; words within one, which tell of danger, of everybody.
 */
type Hears = {
  readonly whole: Readonly<Record<string, readonly string[]>>
  readonly within: Readonly<Record<string, readonly string[]>>
}

export type Languages = Readonly<Record<string, Language>>

/**
 * The language that a message asks for by its name; '' = back to Chinese, by one of the words of `back`; undefined =
 * none.
 */
export function languageAsked(
  languages: Languages,
  back: readonly string[],
  text: string,
): string | undefined {
  const said = bare(text)
  if (back.includes(said)) return ''
  return Object.keys(languages).find((code) => languages[code]?.words.includes(said))
}

/** What a message of this language means, in Chinese; what is not known stays as it is. */
export function heardAs(languages: Languages, spoken: string | undefined, text: string): string {
  const said = bare(text)
  const padded = ` ${said.replace(/[^\p{L}\p{N}']+/gu, ' ')} `
  for (const { hears } of Object.values(languages)) {
    const found = entryOf(hears.within, (words) => padded.includes(` ${words} `))
    if (found !== undefined) return found
  }
  const own = spoken === undefined ? undefined : languages[spoken]
  const whole = own && entryOf(own.hears.whole, (words) => words === said)
  return whole ?? text
}

function entryOf(hears: Hears['whole'], fits: (words: string) => boolean): string | undefined {
  return Object.keys(hears).find((meaning) => hears[meaning]?.some(fits))
}

/** Place of the only label that the message is, or begins; -1 = none, or several. */
export function labelMeant(labels: readonly string[], text: string): number {
  const said = bare(text)
  const own = labels.map(bare)
  if (own.includes(said)) return own.indexOf(said)
  const begun = own.flatMap((label, at) => (label.startsWith(`${said} `) ? [at] : []))
  return begun.length === 1 ? (begun[0] ?? -1) : -1
}

/** Small letters, straight apostrophes, no marks at the ends. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
