import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { run } from '../../../src/edge/cli/commands/bench-understand.ts'
import { lexicons } from '../../core/understanding/hear.ts'

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true })
})

async function bench(...args: readonly string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const stdout = { write: (piece: string) => (text += piece) }
  const code = await run(args, { stdout, knowledge: async () => ({ lexicons }) })
  return { code, text }
}

test('every colloquial answer is heard, and a package that is missing is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  made.push(folder)
  const { code, text } = await bench('--with', folder)
  expect(code).toBe(0)
  expect(text).toContain('recognizers-text-suite is not installed')
  expect(text).toContain('hearth 10/10')
  expect(text).not.toMatch(/hearth 9\/10/)
})

test('cases of a specification are split by what their own package supports', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  made.push(folder)
  const one = (text: string, value: string, off = '') => ({
    Input: text,
    NotSupported: off,
    Results: [{ TypeName: 'number', Resolution: { value } }],
  })
  const numbers = [one('两千四百五', '2450'), one('三十', '31', 'javascript, java')]
  for (const kind of ['Number', 'Currency', 'Age', 'Boolean', 'PhoneNumber', 'DateTime']) {
    const cases = kind === 'Number' ? numbers : []
    await writeFile(join(folder, `${kind}Model.json`), JSON.stringify(cases))
  }
  const { text } = await bench('--cases', folder, '--json', '--with', folder)
  const rows: readonly { list: string; kind: string; of: number; ours: number }[] =
    JSON.parse(text).rows
  const numberRows = rows.filter((r) => r.kind === 'number').map((r) => [r.list, r.ours, r.of])
  expect(numberRows).toEqual([
    ['theirs, supported', 1, 1],
    ['theirs, unsupported', 0, 1],
  ])
})

test('an option that does not exist is refused', async () => {
  expect((await bench('--nonsense')).code).toBe(2)
})
