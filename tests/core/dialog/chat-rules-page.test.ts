import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const page = readFileSync(join(ROOT, 'docs/explanation/chat-rules.md'), 'utf8')

const cited = [...page.matchAll(/`((?:tests|flows)\/[^`]+)` · ([^;|\n]+)/g)].map(
  ([, file = '', sentence = '']) => [file, sentence.trim()] as const,
)

test('each of the thirty rules names a test', () => {
  const rules = page.split('\n').filter((line) => /^\| \d+ \|/.test(line))
  expect(rules).toHaveLength(30)
  for (const rule of rules) expect(rule).toMatch(/` · \S/)
})

test.each(cited)('%s still has: %s', (file, sentence) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(sentence)
})
