import { type DataKey, type KeyRing, openDataKey } from '../seal/key-ring.ts'

/** Opens wrapped keys: each household has one, which is unwrapped once and not once a line. */
export function keysIn(ring: KeyRing): (wrapped: Buffer | null) => DataKey | null {
  const known = new Map<string, DataKey>()
  return (wrapped) => {
    if (wrapped === null) return null
    const name = wrapped.toString('latin1')
    const key = known.get(name) ?? openDataKey(ring, wrapped)
    known.set(name, key)
    return key
  }
}
