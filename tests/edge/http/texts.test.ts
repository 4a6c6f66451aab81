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

const sourceOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
    .join('\n')

const gate = sourceOf('src/edge/http')
const screens = `${sourceOf('src/web/console')}${sourceOf('src/web/studio')}`
const browser = `${screens}${sourceOf('src/web/shared')}`

/** Keys that are written out, and beginnings of keys that are put together. */
const written = [...`${gate}${browser}`.matchAll(/['`]([a-z_]+(?:\.[a-z_]+)*(?:\.\$\{)?)/g)].map(
  ([, key]) => key,
)
const used = (key: string) =>
  written.some((each) => (each?.endsWith('${') ? key.startsWith(each.slice(0, -2)) : each === key))

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )

const file = (name: string) => parse(readFileSync(join(LOCALES, `${name}.yaml`), 'utf8'))

test('every text that is asked for by its full key is there', async () => {
  const names = ['page', 'console', 'desk', 'demo']
  const files = await Promise.all(names.map((name) => loadTexts(LOCALES, name)))
  const asked = [...gate.matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key ?? '')
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((key) => !files.some(({ has }) => has(key)))).toEqual([])
})

test('every text that console and studio ask for in the browser is there', async () => {
  const rooms = ['office', 'studio'].flatMap((folder) =>
    readdirSync(join(LOCALES, folder)).map((name) => `${folder}/${name.slice(0, -5)}`),
  )
  const files = await Promise.all(
    ['console', 'studio', ...rooms].map((name) => loadTexts(LOCALES, name)),
  )
  const has = (key: string) => files.some((each) => each.has(key))
  const asked = [...browser.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key]) => key ?? '')
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((key) => !has(key))).toEqual([])
  const map = readFileSync(join(ROOT, 'src/web/console/keys/key-map.ts'), 'utf8')
  const keys = [...map.matchAll(/\['[^']+', '(\w+)'\]/g)].map(([, act]) => `keys.${act}`)
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.filter((key) => !has(key))).toEqual([])
})

test('no Chinese stands in the code of console and studio', () => {
  const code = screens.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(code.match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([])
})

test.each(['page', 'console', 'studio'])('no text of %s is left over', (name) => {
  const groups =
    /^(trouble|keys|queue\.columns|role|stage|grade|status|reason|danger|channel|kind|lines|clocks)\./
  const left = keysOf(file(name)).filter((key) => !groups.test(key) && !used(key))
  expect(left).toEqual([])
})

test('every code of the house has its word for advisers', async () => {
  const { has } = await loadTexts(LOCALES, 'desk')
  const { has: shown } = await loadTexts(LOCALES, 'console')
  const stages = STAGES.map((stage) => `stage.${stage}`)
  expect(stages.filter((key) => !shown(key))).toEqual([])
  const codes = [
    ...GRADES.map((grade) => `grade.${grade}`),
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
