import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Chunk = { readonly file: string; readonly css?: string[]; readonly imports?: string[] }

let folder: string
let manifest: Record<string, Chunk>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-console-'))
  const configFile = resolve(import.meta.dirname, '../../../vite.config.ts')
  await build({ configFile, build: { outDir: folder } })
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Files that must be there before a source file can run, styles too. */
function filesOf(source: string): readonly string[] {
  const { file = '', css = [], imports = [] } = manifest[source] ?? {}
  return [...new Set([file, ...css, ...imports.flatMap(filesOf)])]
}

const read = (file: string) => readFile(join(folder, file))

const START = ['src/web/console/console.ts', 'src/web/console/start.tsx']

test.each(['src/web/console/queue/queue-page.tsx', 'src/web/console/case/case-page.tsx'])(
  '%s is on the screen after at most 450 kB',
  async (screen) => {
    const needed = new Set([...START, screen].flatMap(filesOf))
    const sizes = [...needed].map(async (file) => gzipSync(await read(file)).length)
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(100_000)
    expect(total).toBeLessThanOrEqual(450_000)
  },
)

test('the resident page shares nothing with the console but how photos are made small', async () => {
  const files = filesOf('src/web/chat/chat.ts')
  for (const file of files) expect(file).toMatch(/^assets\/(chat|shrink)-/)
  const scripts = files.filter((file) => file.endsWith('.js'))
  const sizes = await Promise.all(scripts.map(async (file) => gzipSync(await read(file)).length))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000)
})

/** Methods newer than Chrome 88 that have no fallback in src/web/shared/old-browsers.ts. */
const NEWER =
  /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced)\(|\b(?:structuredClone|Object\.groupBy|Promise\.withResolvers)\(/g

test('the console asks nothing of a browser that Chrome 88 lacks', async () => {
  const screens = ['src/web/console/queue/queue-page.tsx', 'src/web/console/case/case-page.tsx']
  const scripts = new Set([...START, ...screens].flatMap(filesOf))
  for (const file of [...scripts].filter((each) => each.endsWith('.js'))) {
    const text = String(await read(file))
    expect([file, text.match(NEWER) ?? []]).toEqual([file, []])
  }
})
