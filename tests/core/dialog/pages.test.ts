import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FLOW_PROBLEMS } from '../../../src/core/dialog/check/flow-problem.ts'
import { PRIVACY, SLOT_TYPES } from '../../../src/core/dialog/flow/schema.ts'
import { EVENT_TYPES } from '../../../src/core/events/event.ts'
import { flowSchemaText } from '../../../src/edge/flow-schema.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('the schema that editors use is the schema that the loader checks', () => {
  expect(read('flows/flow.schema.json')).toBe(flowSchemaText())
})

test('the page on flow files names every key, kind and problem', () => {
  const page = read('docs/reference/flow-file.md')
  const named = [
    ...keysIn(JSON.parse(flowSchemaText())),
    ...SLOT_TYPES,
    ...PRIVACY,
    ...FLOW_PROBLEMS,
  ]
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the page on events names every event', () => {
  const page = read('docs/reference/events.md')
  expect(EVENT_TYPES.filter((type) => !page.includes(`| \`${type}\` |`))).toEqual([])
})

/** Every property name of a JSON Schema. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...new Set([...own, ...Object.values(schema).flatMap(keysIn)])]
}
