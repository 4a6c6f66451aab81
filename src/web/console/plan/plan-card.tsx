import { Button } from 'antd'
import { useState } from 'react'
import type { MeasureView, PlanView } from '../../../core/contract/office/plan.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import { moment } from '../parts/moment.ts'
import { AgreementBox } from './agreement-box.tsx'
import { MeasureLine } from './measure-line.tsx'
import { CHANGED, usePastPlans } from './plan-api.ts'
import { PlanSteps } from './plan-steps.tsx'
import { PlanWords } from './plan-words.tsx'
import { say } from './texts.ts'
import { WarningList } from './warning-list.tsx'

type Props = {
  readonly household: string
  /** Number of the newest request: where the resident can be told. */
  readonly number: string | null
  readonly line: PlanView
  readonly measures: readonly MeasureView[]
  readonly edit: () => void
}

/** A plan that is not over: as it reads, where it stands, and what can be done with it. */
export function PlanCard({ household, number, line, measures, edit }: Props) {
  const { plan, state } = line
  return (
    <article
      className="plan-card"
      aria-label={`${say('plan.title')} ${say(`plan.state.${state}`)}`}
    >
      <header>
        <h2>
          {say('plan.phase', { n: line.phase })}{' '}
          <span className="tag strong">{say(`plan.state.${state}`)}</span>
        </h2>
        <p className="soft">
          {say('plan.by', { name: line.changedBy.name, at: moment(line.changedAt) })}{' '}
          {line.approvedOn && say('plan.approved', { on: line.approvedOn })}
        </p>
        {line.remark !== '' && (
          <p className="note">{say('plan.sent_back', { words: line.remark })}</p>
        )}
      </header>
      {plan === null && <p>{say('plan.erased')}</p>}
      {plan && state === 'in_force' && <InForce {...{ household, line, measures }} />}
      {plan && state !== 'in_force' && (
        <>
          <PlanWords plan={plan} />
          <WarningList plan={plan} />
        </>
      )}
      {plan && <AgreementBox {...{ household, number, line, plan }} />}
      <PlanSteps {...{ household, line, edit }} />
      <Versions {...{ household, line }} />
    </article>
  )
}

type WorkProps = Pick<Props, 'household' | 'line' | 'measures'>

/** Goals with the work that stands for each. */
function InForce({ household, line, measures }: WorkProps) {
  const meet = useDeed(async (goal: string) => {
    const how = { version: line.version, goal, met: !line.met.includes(goal), id: uuid() }
    await post(officePath(household, `/plans/${line.id}/goal`), how)
  }, CHANGED)
  const { plan } = line
  if (plan === null) return null
  const workOf = (goal: string | null) => {
    const own = plan.measures.filter((each) => each.goal === goal)
    return own.flatMap(({ id }) => measures.find((measure) => measure.id === id) ?? [])
  }
  return (
    <>
      <p>
        <span className="tag strong">{say(`tier.${plan.tier}`)}</span>{' '}
        {plan.reviewOn && `${say('editor.review')} ${plan.reviewOn}`}
      </p>
      {plan.note !== '' && <p>{plan.note}</p>}
      {plan.goals.map((goal) => {
        const isMet = line.met.includes(goal.id)
        return (
          <section key={goal.id}>
            <h3>
              {goal.words} {isMet && <span className="tag">{say('goal.met')}</span>}{' '}
              <Button size="small" loading={meet.isPending} onClick={() => meet.mutate(goal.id)}>
                {say(isMet ? 'goal.unmeet' : 'goal.meet')}
              </Button>
            </h3>
            <Work {...{ household, measures: workOf(goal.id) }} />
          </section>
        )
      })}
      <Work {...{ household, measures: workOf(null) }} />
    </>
  )
}

function Work({ household, measures }: Pick<Props, 'household' | 'measures'>) {
  if (measures.length === 0) return null
  return (
    <ul className="file-list">
      {measures.map((measure) => (
        <MeasureLine key={measure.id} {...{ household, measure }} />
      ))}
    </ul>
  )
}

/** Who wrote which version, and what it said. */
function Versions({ household, line }: Pick<Props, 'household' | 'line'>) {
  const [isOpen, open] = useState(false)
  const past = usePastPlans(household, line.id, isOpen)
  if (line.version === 1) return null
  return (
    <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{say('plan.versions')}</summary>
      {past.data?.versions.map(({ version, state, by, at, plan }) => (
        <details key={version}>
          <summary>
            {say('plan.version', {
              ...{ n: version, state: say(`plan.state.${state}`), name: by.name, at: moment(at) },
            })}
          </summary>
          {plan && <PlanWords plan={plan} />}
        </details>
      ))}
    </details>
  )
}
