import type { Chance } from './chance.ts'
import { mutateJson } from './mutate-json.ts'

/** What programs stumble over: ends of range, signs of formats, letters outside of the plane. */
const ODD = [
  '\0',
  '\u2028',
  '\ufeff',
  '\ud83d',
  '😀',
  '㌀',
  '：',
  '０',
  '\r\n',
  '\t',
  '"',
  "'",
  '\\',
  '<',
  '>',
  ']]>',
  '<!',
  '<![CDATA[',
  '&amp;',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '#',
  '&a',
  '*a',
  '!!',
  '- ',
  '|',
  '%00',
  '-1',
  '0',
  '1e309',
  '9007199254740993',
  'null',
  '__proto__',
  'constructor',
  'A'.repeat(300),
  '万',
  '千',
  '号',
  '弄',
  '不',
  '没',
  '明天',
  '{slot}',
  '()',
  '==',
  ' and ',
]

/** Longest input in bytes: longer ones are refused before a decoder sees them. */
const LONGEST = 4_096

/** A child of an input: a few small changes, or halves of two. */
export function mutate(
  parent: Uint8Array,
  other: Uint8Array,
  tokens: readonly string[],
  chance: Chance,
): Uint8Array {
  if (chance.below(3) === 0) {
    const json = mutateJson(parent, chance)
    if (json) return json
  }
  let bytes = chance.below(8) === 0 ? spliced(parent, other, chance) : parent
  for (let n = 1 + chance.below(4); n > 0; n--) bytes = changed(bytes, tokens, chance)
  return bytes.subarray(0, LONGEST)
}

function spliced(one: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  const [head, tail] = [chance.below(one.length + 1), chance.below(other.length + 1)]
  return Buffer.concat([one.subarray(0, head), other.subarray(tail)])
}

function changed(bytes: Uint8Array, tokens: readonly string[], chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1)
  const end = Math.min(bytes.length, at + 1 + chance.below(chance.below(4) === 0 ? 64 : 4))
  const put = (middle: Uint8Array, from: number) =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(from)])
  switch (chance.below(6)) {
    case 0:
      return put(Buffer.from([chance.below(256)]), at + 1)
    case 1:
      return put(Buffer.alloc(0), end)
    case 2:
      return put(bytes.subarray(at, end), at)
    case 3:
      return put(Buffer.from(chance.oneOf(ODD)), at)
    case 4:
      return put(Buffer.from(chance.oneOf(ODD)), end)
    default:
      return put(Buffer.from(tokens.length > 0 ? chance.oneOf(tokens) : chance.oneOf(ODD)), at)
  }
}
