import { type DataKey, type KeyRing, openDataKey } from './key-ring.ts'

/**
 * Households whose keys stay open in memory, the newest asked for: opening one and deriving its columns costs more
 * than all else of a row of a list (measured). About 2 MB. Who erases a household takes the wrapped key out of its
 * row, and without that nothing is found here.
 */
const MOST = 8_192

const opened = new WeakMap<KeyRing, Map<string, DataKey>>()

/** The same as openDataKey, for rows that are read over and over. */
export function openedKey(ring: KeyRing, wrapped: Buffer): DataKey {
  const keys = opened.get(ring) ?? new Map<string, DataKey>()
  opened.set(ring, keys)
  const name = wrapped.toString('latin1')
  const key = keys.get(name) ?? openDataKey(ring, wrapped)
  // The newest last: the first is the one that nobody has asked for the longest.
  keys.delete(name)
  keys.set(name, key)
  if (keys.size > MOST) keys.delete(keys.keys().next().value ?? '')
  return key
}
