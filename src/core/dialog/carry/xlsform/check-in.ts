import type { NotCarried, SheetRow } from '../sheets.ts'

type Check = Partial<Record<'min' | 'max' | 'min_length' | 'max_length', number>>

const PARTS: readonly (readonly [RegExp, keyof Check, number])[] = [
  [/^\.\s*>=\s*(-?\d+(?:\.\d+)?)$/, 'min', 0],
  [/^\.\s*<=\s*(-?\d+(?:\.\d+)?)$/, 'max', 0],
  // Of whole numbers, more than 4 is 5 or more.
  [/^\.\s*>\s*(-?\d+)$/, 'min', 1],
  [/^\.\s*<\s*(-?\d+)$/, 'max', -1],
  [/^string-length\(\s*\.\s*\)\s*>=\s*(\d+)$/, 'min_length', 0],
  [/^string-length\(\s*\.\s*\)\s*<=\s*(\d+)$/, 'max_length', 0],
]

/** `constraint` and the ends of a `range` as the limits of an answer; what is more than limits is told. */
export function checkIn(row: SheetRow, isWhole: boolean, left: NotCarried[]): Check | undefined {
  const { constraint = '', name = '', parameters = '' } = row
  const range = rangeIn(parameters)
  const rest = Object.keys(range).length > 0 ? '' : parameters
  if (rest !== '') left.push({ code: 'setting', at: name, what: `parameters: ${rest}` })
  const parts = constraint === '' ? [] : unwrapped(constraint).split(/\s+and\s+/i)
  const found = parts.map((part) => limitIn(part.trim(), isWhole))
  if (found.includes(null)) left.push({ code: 'check', at: name, what: constraint })
  const check: Check = Object.assign({}, range, ...found.map((each) => each ?? {}))
  return Object.keys(check).length > 0 ? check : undefined
}

function limitIn(part: string, isWhole: boolean): Check | null {
  for (const [form, key, more] of PARTS) {
    const value = form.exec(part)?.[1]
    if (value !== undefined && (more === 0 || isWhole)) return { [key]: Number(value) + more }
  }
  return null
}

const unwrapped = (text: string): string => /^\(([^()]*)\)$/.exec(text.trim())?.[1] ?? text.trim()

/** `start=1 end=10 step=1` */
function rangeIn(parameters: string): Check {
  const [start, end] = ['start', 'end'].map(
    (key) => new RegExp(`\\b${key}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(parameters)?.[1],
  )
  return {
    ...(start === undefined ? {} : { min: Number(start) }),
    ...(end === undefined ? {} : { max: Number(end) }),
  }
}
