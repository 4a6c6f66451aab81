import { TIERS, type Tier } from './understood.ts'

/**
 * What a model's verdict is worth beside what the house heard: one step up at most, never above
 * `high`, never down. Null = it changes nothing.
 */
export function raiseByOne(heard: Tier, suggested: Tier): 'watch' | 'high' | null {
  const from = TIERS.indexOf(heard)
  if (TIERS.indexOf(suggested) <= from) return null
  return [null, 'watch' as const, 'high' as const][from + 1] ?? null
}
