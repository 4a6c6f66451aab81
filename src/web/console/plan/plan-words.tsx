import type { WrittenPlan } from '../../../core/contract/office/plan.ts'
import { say } from './texts.ts'

/** A plan to be read: its goals with their measures. */
export function PlanWords({ plan }: { readonly plan: WrittenPlan }) {
  return (
    <div>
      <p>
        <span className="tag strong">{say(`tier.${plan.tier}`)}</span>{' '}
        {plan.reviewOn && `${say('editor.review')} ${plan.reviewOn}`}
      </p>
      {plan.note !== '' && <p>{plan.note}</p>}
      <ul>
        {plan.goals.map((goal) => (
          <li key={goal.id}>
            {goal.words}
            <MeasureWords {...{ plan, goal: goal.id }} />
          </li>
        ))}
      </ul>
      <MeasureWords {...{ plan, goal: null }} />
    </div>
  )
}

function MeasureWords({ plan, goal }: { plan: WrittenPlan; goal: string | null }) {
  const own = plan.measures.filter((measure) => measure.goal === goal)
  if (own.length === 0) return null
  return (
    <ul>
      {own.map(({ id, words, who, dueOn, every, kind, source, aim }) => (
        <li key={id}>
          {words}{' '}
          <span className="soft">
            {[
              who,
              dueOn && say('measure.due_on', { day: dueOn }),
              every !== 'once' && say(`every.${every}`),
              say(`source.${source}`),
              say(`kind.${kind}`),
              say(`aim.${aim}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
