import type { Memory } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { reads } from './reads.ts'

export type SummaryLine = { readonly slot: string; readonly label: string; readonly reads: string }

/** The answers to read back before sending, in the order that the flow names; open ones are left out. */
export function summaryLines(
  setting: Setting,
  memory: Memory,
  slots: readonly string[],
): readonly SummaryLine[] {
  return slots.flatMap((slot) => {
    const kept = memory.answers[slot]
    if (!kept || !('value' in kept)) return []
    const label = setting.slots[slot]?.label ?? slot
    return [{ slot, label, reads: reads(setting, slot, kept.value) }]
  })
}
