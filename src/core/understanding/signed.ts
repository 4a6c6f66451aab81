import type { Crisis } from './understood.ts'

/** Signs items with the content hash of the lexicons that heard them. */
export function signed<T extends object>(items: readonly T[], version: string): readonly T[] {
  return items.map((item) => ({ ...item, version }))
}

/** The same for an alarm; what is no alarm was heard by nothing. */
export function signedAlarm(crisis: Crisis, version: string): Crisis {
  return crisis.tier === 'none' ? crisis : { ...crisis, version }
}
