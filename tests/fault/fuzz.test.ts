import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RUN = join(import.meta.dirname, '../fuzz/run.ts')

type Ended = { readonly code: number | null; readonly stdout: string }

const fuzz = (...args: readonly string[]): Promise<Ended> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [RUN, ...args], (_error, stdout) => {
      done({ code: child.exitCode, stdout })
    })
  })

test('what reads the bytes of strangers neither throws nor stands still', async () => {
  const { code, stdout } = await fuzz('--runs', '150', '--seconds', '2')
  expect(stdout.match(/ 0 faults/g)).toHaveLength(10)
  expect(code).toBe(0)
})

test('faults that were planted are found, also those behind four letters in a row', async () => {
  const { code, stdout } = await fuzz('--target', 'planted', '--runs', '8000', '--seconds', '10')
  expect(stdout).toContain('planted: letters')
  expect(stdout).toContain('planted: null')
  expect(code).toBe(1)
})
