import { pinyin } from 'pinyin-pro'

/** At most this share of letters may differ, and the next best must be this much worse. */
const FAR = 0.25
const MARGIN = 0.1

/** The syllables of a text without tones: 救业 → jiu ye. */
export function syllables(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
}

/** The one candidate that sounds like the text; undefined when none or two do. */
export function soundsLike(
  heard: readonly string[],
  candidates: readonly { readonly index: number; readonly sound: readonly string[] }[],
): number | undefined {
  const best = new Map<number, number>()
  for (const { index, sound } of candidates) {
    best.set(index, Math.min(best.get(index) ?? 1, distance(heard, sound)))
  }
  const [first, second] = [...best].sort((a, b) => a[1] - b[1])
  if (first === undefined || first[1] > FAR) return undefined
  return second === undefined || second[1] - first[1] >= MARGIN ? first[0] : undefined
}

/** Share of letters to change; a shorter text is held against every stretch of its length. */
function distance(heard: readonly string[], sound: readonly string[]): number {
  if (heard.length < 2 || heard.length > sound.length + 1) return 1
  const word = heard.join('')
  if (heard.length >= sound.length) return edits(word, sound.join(''))
  let best = 1
  for (let at = 0; at + heard.length <= sound.length; at++) {
    best = Math.min(best, edits(word, sound.slice(at, at + heard.length).join('')))
  }
  return best
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length, 1)
}
