import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { GRADES } from '../../../src/core/assessment/model.ts'
import { CASE_STATUSES, STAGES } from '../../../src/core/casework/case-file.ts'
import { ROLES } from '../../../src/core/people/role.ts'
import { ROUTE_RULES } from '../../../src/core/routing/route.ts'
import { URGENCIES } from '../../../src/core/routing/urgency.ts'
import { CRISIS_TYPES } from '../../../src/core/understanding/understood.ts'
import { loadTexts } from '../../../src/edge/sources/texts.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const LOCALES = join(ROOT, 'locales/zh-CN')
const HTTP = join(ROOT, 'src/edge/http')

const code = readdirSync(HTTP, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(HTTP, file), 'utf8'))
  .join('\n')

/** Keys that are written out, and beginnings of keys that are put together. */
const written = [...code.matchAll(/['`]([a-z_]+(?:\.[a-z_]+)*(?:\.\$\{)?)/g)].map(([, key]) => key)
const used = (key: string) =>
  written.some((each) => (each?.endsWith('.${') ? key.startsWith(each.slice(0, -2)) : each === key))

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )

const file = (name: string) => parse(readFileSync(join(LOCALES, `${name}.yaml`), 'utf8'))

test('every text that is asked for by its full key is there', async () => {
  const [page, console] = [await loadTexts(LOCALES, 'page'), await loadTexts(LOCALES, 'console')]
  const asked = [...code.matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key ?? '')
  expect(asked.length).toBeGreaterThan(60)
  expect(asked.filter((key) => !page.has(key) && !console.has(key))).toEqual([])
})

test.each(['page', 'console'])('no text of %s is left over', (name) => {
  const groups =
    /^(trouble|case\.indicators|queue\.columns|role|grade|status|stage|reason|danger|channel)\./
  const left = keysOf(file(name)).filter((key) => !groups.test(key) && !used(key))
  expect(left).toEqual([])
})

test('every code of the house has its word on the console', async () => {
  const { has } = await loadTexts(LOCALES, 'console')
  const codes = [
    ...GRADES.map((grade) => `grade.${grade}`),
    ...STAGES.map((stage) => `stage.${stage}`),
    ...CASE_STATUSES.map((status) => `status.${status}`),
    ...URGENCIES.map((urgency) => `urgency.${urgency}`),
    ...ROUTE_RULES.map((rule) => `reason.${rule}`),
    ...CRISIS_TYPES.map((type) => `danger.${type}`),
    ...ROLES.map((role) => `role.${role}`),
  ]
  expect(codes.filter((key) => !has(key))).toEqual([])
})

test('residents read no blame, no official jargon and no promise', () => {
  const words = /错误|无效|必须|不符合|非法|困境|评估|指标|致贫|申请人|保证|一定/
  const texts = keysOf(file('page')).map((key) =>
    key.split('.').reduce((tree, part) => tree[part], file('page')),
  )
  expect(texts.filter((text) => words.test(String(text)))).toEqual([])
})
