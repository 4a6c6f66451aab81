import type { Understood } from '../../understanding/understood.ts'
import type { Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'

/**
 * Values that a story states by the way, for slots that declare `hears`: they are confirmed, not asked
 * (rule 16). A money slot hears an amount in yuan; the others hear what their kind holds.
 */
export function statedIn(setting: Setting, understood: Understood): Record<string, Value> {
  const stated: Record<string, Value> = {}
  for (const [slot, def] of Object.entries(setting.slots)) {
    if (!def.hears) continue
    const value = understood.slots[def.hears]
    const fitting = def.type === 'money' ? moneyOf(value) : plain(value)
    if (fitting !== undefined) stated[slot] = fitting
  }
  return stated
}

function moneyOf(value: unknown): Value | undefined {
  if (typeof value !== 'number') return undefined
  return { min: value, max: value, approx: true, per: 'month' }
}

function plain(value: unknown): Value | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
