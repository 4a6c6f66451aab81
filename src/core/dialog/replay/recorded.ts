import type { HeardNeed } from '../../casework/case-file.ts'
import type { Preset } from '../../events/incoming.ts'
import type { Instant } from '../../time.ts'
import type { SlotDef } from '../flow/schema.ts'
import type { Kept, Memory, Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'

/** What somebody once answered: values of choices, numbers and places. No name, no number, no word of his own. */
export type Recorded = {
  readonly at: Instant
  readonly preset: Preset | null
  readonly answers: Readonly<Record<string, RecordedAnswer>>
  /** Without the words in which they were heard. */
  readonly heard: readonly HeardNeed[]
}

export type RecordedAnswer =
  | { readonly value: Value }
  | { readonly left: 'skip' | 'refuse' | 'unsure' }

/** Takes the values out of a talk; null where too little was answered to tell anything. */
export function recordedOf({ slots, flow }: Setting, memory: Memory, at: Instant): Recorded | null {
  if (flow.kind !== 'help') return null
  const answers = Object.entries(memory.answers).flatMap(([slot, kept]) => {
    const answer = bare(slots[slot], kept)
    return answer ? [[slot, answer] as const] : []
  })
  if (answers.length < FEWEST) return null
  return {
    ...{ at, preset: memory.preset, answers: Object.fromEntries(answers) },
    heard: memory.heard.map((need) => ({ ...need, quote: '' })),
  }
}

/** Consent and for whom: whoever left there went nowhere. */
const FEWEST = 3

/** In the place of a person's own words. */
const WORDS = '——'

function bare(def: SlotDef | undefined, kept: Kept): RecordedAnswer | undefined {
  if (!def) return undefined
  if (!('value' in kept)) return { left: kept.basis === 'misses' ? 'skip' : kept.basis }
  const { value } = kept
  switch (def.type) {
    case 'name':
    case 'text':
    case 'story':
    case 'phone':
      return { value: WORDS }
    case 'address':
      return typeof value === 'object' && 'text' in value
        ? { value: bareAddress(value) }
        : undefined
    case 'date':
    case 'choice':
    case 'choices':
    case 'safety':
    case 'number':
    case 'household':
    case 'age':
    case 'photos':
    case 'money':
      return { value }
    default:
      return def.type satisfies never
  }
}

function bareAddress(address: Extract<Value, { readonly text: string }>): Value {
  const { district, street, committee, sure } = address
  return {
    ...{ text: WORDS, sure },
    ...(district ? { district } : {}),
    ...(street ? { street } : {}),
    ...(committee ? { committee } : {}),
  }
}
