import { join } from 'node:path'
import { understand } from '../../../src/core/understanding/understand.ts'
import type { Asked, Understood } from '../../../src/core/understanding/understood.ts'
import { loadLexicons } from '../../../src/edge/sources/lexicons.ts'

const FOLDER = join(import.meta.dirname, '../../../locales/zh-CN/understanding')

export const lexicons = await loadLexicons(FOLDER)

/** Saturday 21 November 2026, noon in Shanghai. */
export const NOW = Date.parse('2026-11-21T12:00:00+08:00')

export function hear(text: string, asked: Partial<Asked> = {}): Understood {
  return understand(text, { expects: 'open', now: NOW, ...asked }, { lexicons })
}

export function actsOf(text: string, asked: Partial<Asked> = {}): readonly string[] {
  return hear(text, asked).acts.map((a) => a.act)
}
