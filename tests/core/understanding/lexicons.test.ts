import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { loadLexicons } from '../../../src/edge/sources/lexicons.ts'
import { lexicons } from './hear.ts'

const SHIPPED = join(import.meta.dirname, '../../../locales/zh-CN/understanding')
const made: string[] = []

/** A copy of the shipped lexicons with one more file. */
async function withFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lexicons-'))
  made.push(folder)
  await cp(SHIPPED, folder, { recursive: true })
  await writeFile(join(folder, 'zz-more.yaml'), text)
  return folder
}

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true })
})

test('the shipped lexicons load, every rule with an id of its own', () => {
  const rules = [...lexicons.acts, ...lexicons.crisis, ...lexicons.needs, ...lexicons.yes_no]
  expect(new Set(rules.map((r) => r.id)).size).toBe(rules.length)
})

test.each([
  ["needs: [{ id: x, code: inc, pattern: '没钱.*' }]", 'unbounded repetition'],
  ["needs: [{ id: x, code: inc, pattern: '(' }]", 'does not compile'],
  ["needs: [{ id: x, code: inc, pattern: '<nowhere>' }]", 'no list nowhere'],
  ["needs: [{ id: sui-word, code: inc, pattern: '没钱' }]", 'used twice'],
  ['words: { kin: [阿姑] }', 'named twice'],
  ["needs: [{ id: x, code: gold, pattern: '没钱' }]", 'Invalid option'],
])('%s is refused: %s', async (text, says) => {
  const folder = await withFile(text)
  await expect(loadLexicons(folder)).rejects.toMatchObject({
    code: 'bad_data',
    details: { says: expect.stringContaining(says) },
  })
})

test('a changed word changes the version', async () => {
  const folder = await withFile("needs: [{ id: x, code: inc, pattern: '没米下锅' }]")
  expect((await loadLexicons(folder)).version).not.toBe(lexicons.version)
})
