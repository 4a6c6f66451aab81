import type { Carried } from './carry-csv.ts'

/** For translators' programs (gettext PO): the key is the context, the Chinese text the id. */
export function toPo(texts: readonly Carried[], language: string): string {
  const head = `msgid ""\nmsgstr "Language: ${language}\\nContent-Type: text/plain; charset=UTF-8\\n"\n`
  const entries = texts.map(
    ({ key, source, text }) =>
      `\nmsgctxt ${quoted(key)}\nmsgid ${quoted(source)}\nmsgstr ${quoted(text)}\n`,
  )
  return head + entries.join('')
}

/** Entries of a PO file; null where there is none. Fuzzy and obsolete ones are left out. */
export function fromPo(file: string): readonly Carried[] | null {
  if (!/^msgid /m.test(file)) return null
  return file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n\s*\r?\n/)
    .filter((block) => !/^#,.*\bfuzzy\b/m.test(block))
    .flatMap((block) => {
      const [key, source, text] = ['msgctxt', 'msgid', 'msgstr'].map((name) => fieldIn(block, name))
      return key ? [{ key, source: source ?? '', text: text ?? '' }] : []
    })
}

/** A field and its lines of continuation. */
function fieldIn(block: string, name: string): string | undefined {
  const found = new RegExp(`^${name} ((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)`, 'm').exec(block)?.[1]
  const pieces = found?.match(/"(?:[^"\\]|\\.)*"/g)
  return pieces?.map((piece) => unquoted(piece.slice(1, -1))).join('')
}

const quoted = (text: string) =>
  `"${text.replace(/[\\"\n\t\r]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`)}"`

const unquoted = (text: string) =>
  text.replace(/\\(.)/g, (_, sign: string) => UNESCAPED[sign] ?? sign)

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }
const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
