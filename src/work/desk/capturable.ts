import type { FactType } from '../../core/conditions/fact-types.ts'
import { questionsOf, slotsOf } from '../../core/dialog/flow/flow-bundle.ts'
import type { House } from '../../core/dialog/house.ts'
import type { Capturable } from '../ports/desk.ts'

/** Who and where: kept beside what the resident gave, and found by the search. */
const WHO: readonly Capturable[] = [
  { slot: 'name', label: null, kind: 'text', options: [] },
  { slot: 'phone', label: null, kind: 'phone', options: [] },
  { slot: 'address', label: null, kind: 'text', options: [] },
]

/** All that words of a talk can be noted as (记为): who and where, and what the assessment looks at. */
export function capturableOf({
  bundles,
  current,
  model,
}: Pick<House, 'bundles' | 'current' | 'model'>): readonly Capturable[] {
  const bundle = bundles[current]
  const slots = bundle ? slotsOf(bundle) : {}
  const labels = bundle ? optionLabels(bundle) : new Map<string, string>()
  const facts = Object.entries(model.facts).flatMap(([slot, type]) => {
    const kind = kindOf(type)
    if (kind === null) return []
    const label = slots[slot]?.label ?? null
    const named = (code: string) => ({ code, label: labels.get(`${slot}.${code}`) ?? null })
    return [{ slot, label, kind, options: codesOf(type).map(named) }]
  })
  return [...WHO, ...facts]
}

/** Null for what no one sentence can say. */
function kindOf({ type }: FactType): Capturable['kind'] | null {
  if (type === 'boolean') return 'yes_no'
  return type === 'list' || type === 'record' || type === 'any' ? null : type
}

const codesOf = (type: FactType): readonly string[] =>
  type.type === 'choice' || type.type === 'choices' ? type.of : []

/** How the bot calls each choice, by slot and code. */
function optionLabels(bundle: House['bundles'][string]): ReadonlyMap<string, string> {
  const questions = Object.values(bundle.flows).flatMap(({ steps }) => steps.flatMap(questionsOf))
  return new Map(
    questions.flatMap(({ into, options = {} }) =>
      Object.entries(options).map(([code, { label }]) => [`${into}.${code}`, label] as const),
    ),
  )
}
