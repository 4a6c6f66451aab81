/** Normalised text in which every character remembers where it stood in the raw message. */
export type Mapped = {
  readonly text: string
  /** Start and end (exclusive) in the raw message of each UTF-16 unit of `text`. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** The raw span of a stretch of the mapped text. */
export function spanOf(mapped: Mapped, start: number, end: number): readonly [number, number] {
  if (mapped.text.length === 0) return [0, 0]
  const last = Math.max(start, end - 1)
  return [mapped.starts[start] ?? 0, mapped.ends[last] ?? mapped.ends.at(-1) ?? 0]
}

/** Replaces every match; each new character stands for the whole stretch that it replaced. */
export function replaceIn(mapped: Mapped, pattern: RegExp, to: string): Mapped {
  const matches = [...mapped.text.matchAll(pattern)].filter((m) => m[0] !== '')
  if (matches.length === 0) return mapped
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let at = 0
  const copy = (until: number) => {
    text += mapped.text.slice(at, until)
    for (let i = at; i < until; i++) {
      starts.push(mapped.starts[i] ?? 0)
      ends.push(mapped.ends[i] ?? 0)
    }
  }
  for (const match of matches) {
    copy(match.index)
    at = match.index + match[0].length
    const [start, end] = spanOf(mapped, match.index, at)
    text += to
    for (let i = 0; i < to.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  copy(mapped.text.length)
  return { text, starts, ends }
}

export function sliceMapped(mapped: Mapped, start: number, end: number): Mapped {
  return {
    text: mapped.text.slice(start, end),
    starts: mapped.starts.slice(start, end),
    ends: mapped.ends.slice(start, end),
  }
}
