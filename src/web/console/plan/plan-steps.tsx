import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PlanView } from '../../../core/contract/office/plan.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { useMe } from '../api/desk.ts'
import { officePath } from '../api/office.ts'
import { CHANGED } from './plan-api.ts'
import { say } from './texts.ts'

type Props = {
  readonly household: string
  readonly line: PlanView
  readonly edit: () => void
}

/** What may be done next with a plan; who wrote it does not approve it. */
export function PlanSteps({ household, line, edit }: Props) {
  const me = useMe().data
  const [why, setWhy] = useState('')
  const step = useDeed(
    (which: string) =>
      post(officePath(household, `/plans/${line.id}/step`), {
        ...{ version: line.version, step: which, remark: which === 'return' ? why.trim() : '' },
      }),
    CHANGED,
  )
  const go = (which: string, type: 'primary' | 'default' = 'default') => (
    <Button type={type} loading={step.isPending} onClick={() => step.mutate(which)}>
      {say(`plan.${which}`)}
    </Button>
  )
  if (line.plan === null) return null
  if (line.state === 'draft') {
    return (
      <p className="line">
        <Button onClick={edit}>{say('plan.edit')}</Button>
        {line.plan.goals.length > 0 && go('submit', 'primary')}
        {go('drop')}
      </p>
    )
  }
  if (line.state === 'in_force') return <p className="line">{go('finish')}</p>
  if (line.state !== 'submitted') return null
  const leads = me?.role === 'supervisor' || me?.role === 'district'
  const isOwn = line.writers.includes(me?.id ?? '') || line.submittedBy === me?.id
  return (
    <div className="stack">
      {(!leads || isOwn) && <p className="soft">{say('plan.own')}</p>}
      <p className="line">
        {leads && !isOwn && go('approve', 'primary')}
        <Input
          className="plan-said"
          maxLength={200}
          value={why}
          aria-label={say('plan.return_why')}
          placeholder={say('plan.return_why')}
          onChange={({ target }) => setWhy(target.value)}
        />
        {go('return')}
      </p>
    </div>
  )
}
