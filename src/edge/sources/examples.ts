import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Example, Examples } from '../../core/understanding/model/example.ts'
import { CRISIS_TYPES, HEARD_CODES } from '../../core/understanding/understood.ts'
import { checked } from './read-yaml.ts'
import { examplesOf } from './templates.ts'

const text = z.string().min(1)
const family = z.string().optional()

const line = z.union([
  z.strictObject({ text, label: z.enum(['high', 'imminent']), type: z.enum(CRISIS_TYPES), family }),
  z.strictObject({
    text,
    label: z.enum(['none', 'story', 'alike', 'watch']),
    note: z.string().optional(),
    family,
  }),
  z.strictObject({
    text,
    label: z.enum(['present', 'topic']),
    type: z.enum(HEARD_CODES),
    also: z.array(z.enum(HEARD_CODES)).optional(),
  }),
])

/**
 * The example sentences of one language: every JSONL file of a folder, then what its templates give that
 * nobody has written. `bad_data` names the line or the file.
 */
export async function loadExamples(folder: string): Promise<Examples> {
  const names = (await readdir(folder)).filter((n) => n.endsWith('.jsonl')).sort()
  const hash = createHash('sha256')
  const examples: Example[] = []
  for (const name of names) {
    const content = await readFile(join(folder, name), 'utf8')
    hash.update(name).update('\n').update(content).update('\n')
    content.split('\n').forEach((row, i) => {
      if (row.trim() !== '') examples.push(checked(`${name}:${i + 1}`, JSON.parse(row), line))
    })
  }
  const templates = []
  for (const name of await templatesIn(folder)) {
    const content = await readFile(join(folder, 'templates', name), 'utf8')
    hash.update(name).update('\n').update(content).update('\n')
    templates.push({ name, parsed: parse(content) })
  }
  const written = new Set(examples.map((e) => e.text))
  for (const example of examplesOf(templates)) {
    if (written.has(example.text)) continue
    written.add(example.text)
    examples.push(example)
  }
  return { examples, hash: hash.digest('hex').slice(0, 12) }
}

async function templatesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { withFileTypes: true })
  if (!all.some((entry) => entry.name === 'templates')) return []
  return (await readdir(join(folder, 'templates'))).filter((n) => n.endsWith('.yaml')).sort()
}
