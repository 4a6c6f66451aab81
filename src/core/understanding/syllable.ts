import { pinyin } from 'pinyin-pro'

/** A syllable without its tone, and where it begins. */
type Syllable = { readonly sound: string; readonly at: number }

/** Initials and finals of the common language; a few that go with each other nowhere do no harm. */
const ONE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v)|ang|eng|ai|ei|ao|ou|an|en|er|[aeo]/u
const WHOLE = new RegExp(`^(?:${ONE.source})$`, 'u')
const ALL = new RegExp(`^(?:${ONE.source}){1,12}$`, 'u')

/** Whether a run of small letters is nothing but syllables (拼音): buxianghuo. */
export function isSpelled(run: string): boolean {
  return ALL.test(run)
}

/** The syllables of a run of letters and blanks, each with its place. */
export function syllablesIn(run: string): readonly Syllable[] {
  return [...run.matchAll(/[a-z]+/gu)].flatMap((match) => cut(match[0], match.index))
}

/** Letters of the longest syllable: zhuang. */
const LONGEST = 6

/** The longest syllable first that leaves syllables behind it: ren gong, not reng ong. */
function cut(letters: string, at: number): readonly Syllable[] {
  for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
    const [one, rest] = [letters.slice(0, length), letters.slice(length)]
    if (!WHOLE.test(one) || (rest !== '' && !isSpelled(rest))) continue
    return [{ sound: blurred(one), at }, ...(rest === '' ? [] : cut(rest, at + length))]
  }
  return []
}

/** Half of those who write do not tell zh from z, nor -ing from -in (平翘舌、前后鼻音). */
function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/u, '$1').replace(/([ie])ng$/u, '$1n')
}

/** How a word is typed in letters: bu xiang huo. */
export function soundsOf(word: string): string {
  return Array.from(word, soundOf).join(' ')
}

const met = new Map<string, string>([['了', 'le']])

/** The syllable of a character by itself; other than characters have none. */
export function soundOf(character: string): string {
  if (character < '一' || character > '鿿') return ''
  const before = met.get(character)
  if (before !== undefined) return before
  const sound = blurred(pinyin(character, { toneType: 'none', type: 'string' }))
  met.set(character, sound)
  return sound
}
