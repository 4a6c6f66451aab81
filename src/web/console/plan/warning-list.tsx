import { type PlanWarning, planWarnings } from '../../../core/casework/plan-warnings.ts'
import type { WrittenPlan } from '../../../core/contract/office/plan.ts'
import { say } from './texts.ts'

/** What to look at once more before the plan is sent off. It never forbids. */
export function WarningList({ plan }: { readonly plan: WrittenPlan }) {
  const warnings = planWarnings(plan)
  if (warnings.length === 0) return null
  return (
    <section className="note" aria-label={say('editor.warnings')}>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.about}`}>
            {say(`warn.${warning.code}`, { what: nameOf(plan, warning) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ goals, measures }: WrittenPlan, { code, about = '' }: PlanWarning): string {
  if (code === 'need_without_goal') return say(`need.${about}`)
  return [...goals, ...measures].find(({ id }) => id === about)?.words || '…'
}
