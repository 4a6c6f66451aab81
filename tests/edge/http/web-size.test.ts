import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, loadConfigFromFile } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-web-'))
  const file = resolve(import.meta.dirname, '../../../vite.config.ts')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file)
  const config = loaded?.config ?? {}
  const rollupOptions = { input: ['src/web/chat/chat.ts'] }
  const own = { ...config.build, outDir: folder, rollupOptions }
  await build({ ...config, configFile: false, build: own })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Bytes after gzip, summed over the files of one page and one kind. */
async function weigh(page: string, kind: string): Promise<number> {
  const files = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith(kind))
  const own = files.filter((file) => file.startsWith(`${page}-`))
  expect(own.length).toBeGreaterThan(0)
  const sizes = own.map(
    async (file) => gzipSync(await readFile(join(folder, 'assets', file))).length,
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test('the resident page carries at most 15 kB of script and 5 kB of style', async () => {
  expect(await weigh('chat', '.js')).toBeLessThanOrEqual(15_000)
  expect(await weigh('chat', '.css')).toBeLessThanOrEqual(5_000)
})

test('its script has nothing that old phones cannot read', async () => {
  for (const file of await readdir(join(folder, 'assets'))) {
    const text = await readFile(join(folder, 'assets', file), 'utf8')
    expect(text).not.toMatch(/\(\?<[=!]|findLast|\.at\(|structuredClone|replaceAll|\|\|=|\?\?=/)
  }
})
