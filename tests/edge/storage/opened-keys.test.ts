import { expect, test } from 'vitest'
import { newDataKey } from '../../../src/edge/storage/seal/key-ring.ts'
import { openedKey } from '../../../src/edge/storage/seal/opened-keys.ts'
import { RING } from '../../support/a-case.ts'

test('a key that was opened once is found open, and one of another ring is not', () => {
  const { wrapped, key } = newDataKey(RING)
  const first = openedKey(RING, wrapped)
  expect(first.raw).toEqual(key.raw)
  expect(openedKey(RING, Buffer.from(wrapped))).toBe(first)
  const other = { ...RING, keys: new Map([['k1', Buffer.alloc(32, 2)]]) }
  expect(() => openedKey(other, wrapped)).toThrow(/sealed value was changed/)
})
