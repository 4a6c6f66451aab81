import { pinyin } from 'pinyin-pro'

/** A name as it is typed on a keyboard: whole pinyin and initials, `dengfeifei dff`. */
export function typeKey(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const whole = syllables.join('').toLowerCase().replaceAll(/\s/g, '')
  const initials = syllables.map((syllable) => syllable.trim().slice(0, 1).toLowerCase())
  return `${whole} ${initials.join('')}`
}
