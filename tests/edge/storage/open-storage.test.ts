import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run as doctor } from '../../../src/edge/cli/commands/doctor.ts'
import { caseStore } from '../../../src/edge/storage/case-store.ts'
import { caseWrites } from '../../../src/edge/storage/cases/case-writes.ts'
import { openStorage, type Storage } from '../../../src/edge/storage/open-storage.ts'
import { rotateKeys } from '../../../src/edge/storage/seal/rotate-keys.ts'
import { storageChecks } from '../../../src/edge/storage/storage-checks.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import { anAdviser, anOpening, NOON } from '../../support/a-case.ts'
import { openEmptyDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'hearth-storage-'))
beforeAll(async () => {
  database = await openEmptyDatabase()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

const fresh = () => randomBytes(32).toString('base64')
const [k1, k2, index] = [fresh(), fresh(), fresh()]
const ring = (current: string, keys: Record<string, string>) =>
  JSON.stringify({ current, keys, index })

async function opened<T>(keys: string, fn: (storage: Storage) => Promise<T>): Promise<T> {
  const settings = { HEARTH_DATA: folder, DATABASE_URL: database.url, HEARTH_KEYS: keys }
  const storage = await openStorage(settings)
  return fn(storage).finally(storage.close)
}

const opening = anOpening()
const read = (storage: Storage) =>
  caseStore({ pool: storage.desk, ring: storage.ring, clock: { now: () => NOON } })
    .readCase(anAdviser(), opening.file.number)
    .then(({ file }) => file)

test('an empty database is made ready; after a rotation old cases are still read', async () => {
  await opened(ring('k1', { k1 }), (storage) =>
    transaction(storage.turn, null, async (tx) => {
      await caseWrites(tx, storage.ring).openCase(opening)
    }),
  )
  await opened(ring('k2', { k1, k2 }), async (storage) => {
    expect(await read(storage)).toEqual(opening.file)
    expect(await rotateKeys(storage.turn, storage.ring)).toBe(1)
    expect(await rotateKeys(storage.turn, storage.ring)).toBe(0)
  })
  await opened(ring('k2', { k2 }), async (storage) => {
    expect(await read(storage)).toEqual(opening.file)
  })
})

test('it does not start without a key that something is sealed by, or with another one', async () => {
  const never = async () => {
    throw new Error('started')
  }
  await expect(opened(ring('k3', { k3: fresh() }), never)).rejects.toMatchObject({
    code: 'key_missing',
    details: { key: 'k2' },
  })
  await expect(opened(ring('k2', { k2: k1 }), never)).rejects.toMatchObject({
    code: 'seal_broken',
  })
})

test('the doctor finds what is wrong and changes nothing', async () => {
  const empty = await openEmptyDatabase()
  const said = async (keys: string, url = database.url) => {
    const lines: { check: string; level: string }[] = []
    const stdout = { write: (line: string) => lines.push(JSON.parse(line)) }
    const settings = { HEARTH_DATA: folder, DATABASE_URL: url, HEARTH_KEYS: keys }
    const code = await doctor(['--json'], { stdout, checks: storageChecks(settings) })
    return { code, bad: lines.filter(({ level }) => level === 'fail').map(({ check }) => check) }
  }
  expect(await said(ring('k2', { k2 }), empty.url)).toEqual({ code: 1, bad: [] })
  const tables = await empty
    .pool('hearth_turn')
    .query("select relname from pg_class where relnamespace = 'public'::regnamespace")
  expect(tables.rows).toEqual([])
  await empty.close()
  expect(await said(ring('k2', { k2 }))).toEqual({ code: 0, bad: [] })
  expect(await said(ring('k9', { k9: fresh() }))).toEqual({ code: 2, bad: ['keys'] })
  expect(await said(ring('k2', { k2 }))).toEqual({ code: 0, bad: [] })
  const nowhere = await said(ring('k2', { k2 }), 'postgresql://x:y@127.0.0.1:1/z')
  expect(nowhere.bad).toHaveLength(4)
})
