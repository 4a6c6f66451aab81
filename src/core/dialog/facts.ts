import type { Value as Fact, Facts } from '../conditions/value.ts'
import type { Money } from '../understanding/understood.ts'
import type { AddressValue, Memory, Value } from './machine/memory.ts'

/** What is known, as facts for conditions and for the assessment. A question left open stays unknown. */
export function factsOf(memory: Memory): Facts {
  const answered = Object.entries(memory.answers).flatMap(([slot, kept]) =>
    'value' in kept ? [[slot, factOf(kept.value)] as const] : [],
  )
  return {
    ...Object.fromEntries(answered),
    crisis: memory.crisis ? { type: memory.crisis.type, tier: memory.crisis.tier } : null,
    case: caseIn(memory),
    preset: memory.preset ? { street: memory.preset.street } : null,
    urgency: memory.urgency,
    minor: minorIn(memory),
  }
}

const caseIn = ({ caseRef, ofClosed }: Memory): Fact =>
  caseRef && { number: caseRef.number, at_start: ofClosed ? 'closed' : 'open' }

/**
 * Whether a child under 14 writes, or is the one for whom somebody who is not its family at home asks; from what was
 * said by the way (`hear/stated.ts`), since nobody is asked how old he is. 'none': nobody said so.
 */
function minorIn({ stated, answers }: Memory): 'none' | 'writer' | 'subject' {
  if (stated.minor === 'writer') return 'writer'
  const asked = answers.for_whom
  const isOthers = asked && 'value' in asked && asked.value !== 'self'
  return stated.minor === 'child' && isOthers ? 'subject' : 'none'
}

function factOf(value: Value): Fact {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value)) return value as readonly string[]
  const record = value as AddressValue | Money
  if ('text' in record) {
    const { text, district, street, committee } = record
    return {
      text,
      district: district ?? null,
      street: street ?? null,
      committee: committee ?? null,
    }
  }
  return { min: record.min, max: record.max }
}
