import type { Capabilities } from './capabilities.ts'

export type Unit = Capabilities['text']['unit']

/** Length of a text as the platform counts it: UTF-16 units, or bytes of UTF-8. */
export function measure(text: string, unit: Unit): number {
  if (unit === 'utf16') return text.length
  let bytes = 0
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0)
  return bytes
}

/** Half of a surrogate pair goes out as U+FFFD, which has three bytes, too. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
