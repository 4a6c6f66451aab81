import { pinyin } from 'pinyin-pro'
import type { Command } from './commands.ts'

/** Commands whose label holds the text, or whose pinyin or initials begin a word with it. */
export function found(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return commands
  return commands.filter(({ label }) => label.includes(wanted) || sounds(label).includes(wanted))
}

const known = new Map<string, string>()

/** `待领取` → `dailingqu dlq`. */
function sounds(label: string): string {
  const heard = known.get(label) ?? `${joined(label, 'pinyin')} ${joined(label, 'first')}`
  known.set(label, heard)
  return heard
}

const joined = (label: string, pattern: 'pinyin' | 'first') =>
  pinyin(label, { pattern, toneType: 'none', separator: '' }).toLowerCase()
