import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src/edge/storage/migrations')
const files = readdirSync(FOLDER).sort()
/** Comments of SQL may speak of anything. */
const texts = files.map((name) => readFileSync(join(FOLDER, name), 'utf8').replace(/--.*$/gm, ''))
const sql = texts.join('\n')

/** Columns that the statements make, as `table.column`. */
function columns(): string[] {
  const made: string[] = []
  for (const [, table, body] of sql.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)) {
    for (const [, column] of (body ?? '').matchAll(/^ {2}([a-z_]+) [a-z]/gm)) {
      if (!['primary', 'unique', 'check', 'constraint'].includes(column ?? '')) {
        made.push(`${table}.${column}`)
      }
    }
  }
  for (const [, table, column] of sql.matchAll(/alter table (\w+) add column (\w+)/g)) {
    made.push(`${table}.${column}`)
  }
  return made
}

test('files are numbered, each number once', () => {
  expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length)
  expect(files.filter((name) => !/^\d{4}-[a-z-]+\.sql$/.test(name))).toEqual([])
})

test('every column says whether it is personal', () => {
  const said = new Set(
    [
      ...sql.matchAll(/comment on column (\w+\.\w+) is '(id|code|time|count|text|personal)[:']/g),
    ].map(([, column]) => column),
  )
  expect(columns().length).toBeGreaterThan(80)
  expect(columns().filter((column) => !said.has(column))).toEqual([])
})

test('sealed columns are personal', () => {
  const sealed = columns().filter((column) => column.endsWith('.sealed'))
  expect(sealed.length).toBeGreaterThan(4)
  for (const column of sealed) expect(sql).toContain(`comment on column ${column} is 'personal`)
})

test('nothing stands in the way of spreading the tables over several servers', () => {
  for (const banned of [/\breferences\b/, /create trigger/, /\bserial\b/, /create sequence/]) {
    expect(sql).not.toMatch(banned)
  }
  for (const [, table, body] of sql.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\);/g)) {
    if (REFERENCE.has(table ?? '')) continue
    for (const [, key] of (body ?? '').matchAll(/^ {2}(?:primary key|unique) \((\w+)/gm)) {
      expect(['bucket', 'district_id'], table).toContain(key)
    }
  }
})

/** Small tables that are the same everywhere, and sessions, which are asked for by their key alone. */
const REFERENCE = new Set(['flow_bundle', 'session', 'key_mark'])

test('files only add: what is unused goes a release later, in a file that says so', () => {
  for (const text of texts) expect(text).not.toMatch(/\b(drop|rename)\b/i)
})
