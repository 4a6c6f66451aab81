import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import {
  blindIndex,
  type KeyRing,
  newDataKey,
  openDataKey,
  rewrap,
} from '../../../src/edge/storage/seal/key-ring.ts'
import { loadKeys } from '../../../src/edge/storage/seal/load-keys.ts'
import { seal, unseal } from '../../../src/edge/storage/seal/seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const k1 = Buffer.alloc(32, 1)
const ring: KeyRing = { current: 'k1', keys: new Map([['k1', k1]]), index: Buffer.alloc(32, 9) }
const where = { table: 'turn', column: 'sealed', row: '7/abc/1' }

test('what is sealed opens again, whatever it is', () => {
  const { wrapped, key } = newDataKey(ring)
  const opened = openDataKey(ring, wrapped)
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const same = JSON.parse(JSON.stringify(value))
      expect(unseal(opened, where, seal(key, where, value))).toEqual(same)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const value = Buffer.from(bytes)
      expect(unseal(opened, where, seal(key, where, value))).toEqual(value)
    }),
  )
})

test('a value moved to another row, column or table is refused', () => {
  const { key } = newDataKey(ring)
  const sealed = seal(key, where, { name: '陈' })
  for (const other of [{ row: '7/abc/2' }, { column: 'address' }, { table: 'job' }]) {
    expect(() => unseal(key, { ...where, ...other }, sealed)).toThrow(
      expect.objectContaining({ code: 'seal_broken' }),
    )
  }
})

test('one changed bit anywhere is refused', () => {
  const { wrapped, key } = newDataKey(ring)
  const sealed = seal(key, where, '住院')
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      expect(() => unseal(key, where, changed)).toThrow()
    }),
  )
  fc.assert(
    fc.property(fc.nat(wrapped.length - 1), fc.nat(7), (at, bit) => {
      const changed = Buffer.from(wrapped)
      changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      expect(() => openDataKey(ring, changed)).toThrow()
    }),
  )
})

test('short texts of different length look the same', () => {
  const { key } = newDataKey(ring)
  expect(seal(key, where, '是').length).toBe(seal(key, where, '不是，我一个人住').length)
})

test('no initial value is used twice', () => {
  const { key } = newDataKey(ring)
  const ivs = Array.from({ length: 2_000 }, () => seal(key, where, 1).toString('hex', 1, 13))
  expect(new Set(ivs).size).toBe(ivs.length)
})

test('after a rotation old values open, new keys are wrapped by the new key', () => {
  const { wrapped, key } = newDataKey(ring)
  const sealed = seal(key, where, '旧的')
  const keys = new Map([
    ['k1', k1],
    ['k2', Buffer.alloc(32, 2)],
  ])
  const rotated: KeyRing = { ...ring, current: 'k2', keys }
  expect(unseal(openDataKey(rotated, wrapped), where, sealed)).toBe('旧的')
  const again = rewrap(rotated, wrapped)
  if (!again) throw new Error('not wrapped anew')
  expect(rewrap(rotated, again)).toBeNull()
  const onlyNew: KeyRing = { ...rotated, keys: new Map([['k2', Buffer.alloc(32, 2)]]) }
  expect(unseal(openDataKey(onlyNew, again), where, sealed)).toBe('旧的')
  expect(() => openDataKey(onlyNew, wrapped)).toThrow(
    expect.objectContaining({ code: 'key_missing', details: { key: 'k1' } }),
  )
})

test('the blind index is the same for the same value only', () => {
  expect(blindIndex(ring, '13800000000')).toEqual(blindIndex(ring, '13800000000'))
  expect(blindIndex(ring, '13800000000')).not.toEqual(blindIndex(ring, '13800000001'))
  const other = { ...ring, index: Buffer.alloc(32, 8) }
  expect(blindIndex(other, '13800000000')).not.toEqual(blindIndex(ring, '13800000000'))
})

test('a ring is made once, readable by its owner alone, and read the same again', () => {
  const first = loadKeys(undefined, folder)
  const again = loadKeys(undefined, folder)
  expect([first.generated, again.generated]).toEqual([true, false])
  expect(again.ring).toEqual(first.ring)
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
  const text = readFileSync(join(folder, 'keys.json'), 'utf8')
  expect(loadKeys(text, '/nowhere').ring).toEqual(first.ring)
  expect(loadKeys(join(folder, 'keys.json'), '/nowhere').from).toBe('environment')
})

test.each([
  ['not JSON', '{'],
  ['no such file', '/nowhere/keys.json'],
  ['a short key', '{"current":"a","keys":{"a":"YWJj"},"index":"YWJj"}'],
  ['a current key that is not there', '{"current":"b","keys":{},"index":""}'],
])('a ring with %s is refused', (_, setting) => {
  expect(() => loadKeys(setting, folder)).toThrow(
    expect.objectContaining({ code: 'bad_configuration' }),
  )
})
