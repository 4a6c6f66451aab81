import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { score } from '../../../src/edge/cli/commands/understand/score.ts'
import { lexicons } from './hear.ts'

const FILE = join(import.meta.dirname, 'labelled.jsonl')

type Row = { readonly task: string; readonly figures: string; readonly misses: readonly string[] }

async function rows(): Promise<readonly Row[]> {
  let written = ''
  const stdout = { write: (text: string) => (written += text) }
  await score(FILE, { lexicons }, { json: true, misses: true }, { stdout })
  return JSON.parse(written).rows
}

const measured = await rows()
const figures = (task: string) => measured.find((r) => r.task.startsWith(task))?.figures ?? ''
const after = (text: string, name: string) =>
  Number(new RegExp(`${name} ([01]?\\.\\d+)`, 'u').exec(text)?.[1])

test('needs of the labelled lines are suggested, and few others', () => {
  expect(after(figures('needs, micro'), 'P')).toBeGreaterThanOrEqual(0.85)
  expect(after(figures('needs, micro'), 'R')).toBeGreaterThanOrEqual(0.95)
})

test('whose a need is, and what a message does', () => {
  expect(Number(figures('needs, whose').split(' ')[1])).toBeGreaterThanOrEqual(0.93)
  expect(Number(figures('acts, macro'))).toBeGreaterThanOrEqual(0.96)
})

test('no wish for a person and no pause of the labelled lines is missed', async () => {
  const lines = (await readFile(FILE, 'utf8'))
    .trim()
    .split('\n')
    .map((l): { id: string; acts: readonly string[] } => JSON.parse(l))
  const wanted = new Set(
    lines.filter((l) => l.acts.some((a) => a === 'human' || a === 'pause')).map((l) => l.id),
  )
  const missed = measured
    .filter((r) => r.task.startsWith('acts, macro'))
    .flatMap((r) => r.misses)
    .filter((m) => wanted.has(m.split('(')[0] ?? ''))
    .filter((m) => !/not .*(?:human|pause)/u.test(m))
  expect(wanted.size).toBeGreaterThan(60)
  expect(missed).toEqual([])
})
