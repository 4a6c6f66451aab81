/**
 * How many times as long as the Chinese text a translation usually is, in signs: measured on the shipped texts, the
 * middle nine of ten, and some room.
 */
const USUAL: Readonly<Record<string, readonly [least: number, most: number]>> = {
  en: [1.2, 7],
  'zh-TW': [0.7, 1.5],
}

const ANY: readonly [number, number] = [0.5, 8]

/** Shorter texts differ by chance. */
const SHORTEST = 6

/** Whether a translation is so short or so long that something may be missing or added. */
export function isOddLength(language: string, source: string, text: string): boolean {
  if (text === '' || source.length < SHORTEST) return false
  const [least, most] = USUAL[language] ?? ANY
  const times = text.length / source.length
  return times < least || times > most
}
