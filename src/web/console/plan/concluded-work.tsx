import type { HouseholdPlansView } from '../../../core/contract/office/plan.ts'
import { MeasureLine } from './measure-line.tsx'
import { say } from './texts.ts'

type Props = { readonly household: string; readonly found: HouseholdPlansView }

/** What conferences (会诊) concluded since the plan was written: the next plan takes it up. */
export function ConcludedWork({ household, found }: Props) {
  const current = found.plans.find(({ state }) => state === 'in_force')
  const known = new Set(current?.plan?.measures.map(({ id }) => id))
  const concluded = found.measures.filter(
    ({ id, consultation, open }) => consultation !== null && open && !known.has(id),
  )
  if (concluded.length === 0) return null
  return (
    <section className="plan-card" aria-label={say('plan.concluded')}>
      <h2>{say('plan.concluded')}</h2>
      <ul className="file-list">
        {concluded.map((measure) => (
          <MeasureLine key={measure.id} {...{ household, measure }} />
        ))}
      </ul>
    </section>
  )
}
