/** Reads a FEEL number: digits, perhaps a sign, a point and an exponent. */
export function readNumber(text: string): number {
  return Number(text.replace(/\s+/g, ''))
}

/** Writes a number so that it reads back as the same number. */
export function writeNumber(value: number): string {
  return String(value).replace('e+', 'e')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Reads a FEEL text in double quotes: \n \r \t, \u and four hex digits; else the character itself. */
export function readText(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code?: string, char = '') =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char),
    )
}

/** Control characters, line separators and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/gu

/** Writes a text in double quotes so that it reads back as the same text. */
export function writeText(value: string): string {
  const escaped = value.replace(/[\\"]/g, '\\$&')
  return `"${escaped.replace(UNPRINTABLE, writeEscape)}"`
}

function writeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
