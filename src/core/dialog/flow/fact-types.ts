import type { FactType, FactTypes } from '../../conditions/fact-types.ts'
import type { FlowBundle } from './flow-bundle.ts'
import { slotsOf } from './flow-bundle.ts'
import type { ParamDef } from './schema.ts'

/** The typed facts that conditions of a bundle may use: its slots, and what the house knows of the talk. */
export function factTypes(bundle: FlowBundle): FactTypes {
  return {
    ...slotTypes(slotsOf(bundle)),
    crisis: {
      type: 'record',
      fields: { type: { type: 'text' }, tier: { type: 'choice', of: ['high', 'imminent'] } },
    },
    case: {
      type: 'record',
      fields: { number: { type: 'text' }, at_start: { type: 'choice', of: ['open', 'closed'] } },
    },
    preset: { type: 'record', fields: { street: { type: 'text' } } },
    urgency: { type: 'choice', of: ['normal', 'same_day', 'now'] },
    minor: { type: 'choice', of: ['none', 'writer', 'subject'] },
  }
}

/** Slots, or what a part is told, as typed facts. */
export function slotTypes(slots: Readonly<Record<string, ParamDef>>): FactTypes {
  const typed = Object.entries(slots).map(([name, def]) => [name, typeOf(def)] as const)
  return Object.fromEntries(typed)
}

function typeOf(def: ParamDef): FactType {
  switch (def.type) {
    case 'choice':
      return { type: 'choice', of: def.of ?? [] }
    case 'safety':
      return { type: 'choice', of: ['safe', 'unsafe'] }
    case 'choices':
      return { type: 'choices', of: def.of ?? [] }
    case 'number':
    case 'household':
    case 'age':
    case 'photos':
      return { type: 'number' }
    case 'money':
      return { type: 'money' }
    case 'date':
      return { type: 'day' }
    case 'address':
      return {
        type: 'record',
        fields: {
          text: { type: 'text' },
          district: { type: 'text' },
          street: { type: 'text' },
          committee: { type: 'text' },
        },
      }
    case 'text':
    case 'name':
    case 'story':
    case 'phone':
      return { type: 'text' }
    default:
      return def.type satisfies never
  }
}
