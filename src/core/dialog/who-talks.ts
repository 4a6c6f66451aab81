import type { Person } from '../events/incoming.ts'
import type { Talk } from './converse.ts'
import type { Memory } from './machine/memory.ts'

/** The adviser who has the floor of a conversation; null while the bot has it, or nobody came yet. */
export function whoTalks({ snapshot }: Talk): Person | null {
  const { value, context } = snapshot as { readonly value: unknown; readonly context: Memory }
  const talking =
    typeof value === 'object' &&
    value !== null &&
    'with_person' in value &&
    value.with_person === 'talking'
  return talking ? context.adviser : null
}
