import { measure, type Unit } from './measure.ts'

type Limit = { readonly most: number; readonly unit: Unit }

/** Where a text may be cut, best first; each match ends where the next piece begins. */
const CUTS = [/\n{2,}/g, /\n/g, /[。！？!?…；;]+["”’」』）)]*/g, /[，、,：:]|\s/g]

/** A cut nearer to the beginning than this share of a piece would make many small pieces of it. */
const EARLY = 0.4

/**
 * A text in pieces that a platform takes, in order. Cut between paragraphs, then lines, then
 * sentences, then clauses; at worst between two characters, never inside one: a surrogate pair or a
 * letter with its marks stays whole, unless it alone is longer than a piece. Nothing is lost but
 * white space where it was cut.
 */
export function split(text: string, limit: Limit): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (measure(rest, limit.unit) > limit.most) {
    const at = cutIn(fitting(rest, limit))
    const piece = rest.slice(0, at).trimEnd()
    if (piece !== '') pieces.push(piece)
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest)
  return pieces
}

/** The longest beginning of whole characters that fits; at least one code point. */
function fitting(text: string, { most, unit }: Limit): string {
  // No character is shorter than one unit, so what is farther away cannot belong to it.
  const near = text.slice(0, most + 64)
  let length = 0
  let end = 0
  for (const { segment } of CHARACTERS.segment(near)) {
    length += measure(segment, unit)
    if (length > most) break
    end += segment.length
  }
  return near.slice(0, end || insideOf(near, { most, unit }))
}

/** A letter under a heap of marks that is longer than a piece: between two code points of it. */
function insideOf(text: string, { most, unit }: Limit): number {
  let length = 0
  let end = 0
  for (const point of text) {
    length += measure(point, unit)
    if (length > most && end > 0) break
    end += point.length
  }
  return end
}

function cutIn(piece: string): number {
  for (const cut of CUTS) {
    const ends = [...piece.matchAll(cut)].map(({ index, 0: found }) => index + found.length)
    const last = ends.at(-1) ?? 0
    if (last >= piece.length * EARLY) return last
  }
  return piece.length
}

const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' })
