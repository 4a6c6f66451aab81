import { App, Button } from 'antd'
import { useState } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { HouseholdPlansView, PlanView } from '../../../core/contract/office/plan.ts'
import { sentenceOf } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { uuid } from '../../shared/uuid.ts'
import { ConsultationsOfHome } from '../consultation/of-home.tsx'
import { ConcludedWork } from './concluded-work.tsx'
import { useKeptEditing } from './kept-editing.ts'
import './plan.css'
import { ChoiceField } from './plain-fields.tsx'
import { type From, propose, usePlans } from './plan-api.ts'
import { PlanCard } from './plan-card.tsx'
import { type Editing, PlanEditor } from './plan-editor.tsx'
import { PlanWords } from './plan-words.tsx'
import { say } from './texts.ts'

const OPEN = ['draft', 'submitted', 'in_force']

/** 方案: what is agreed with this household, what is done for it, and what was before. */
export default function PlanTab({ head }: { readonly head: HouseholdView }) {
  const found = usePlans(head.id)
  const { editing, edit, keep } = useKeptEditing(head.id)
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  if (editing) {
    return <PlanEditor household={head.id} {...{ editing, keep }} done={() => edit(null)} />
  }
  const { plans, measures } = found.data
  const open = plans.filter(({ state }) => OPEN.includes(state))
  return (
    <div className="stack">
      {open.length === 0 && <p>{say('plan.none')}</p>}
      {!open.some(({ state }) => state === 'draft' || state === 'submitted') && (
        <BeginPlan household={head.id} found={found.data} edit={edit} />
      )}
      {open.map((line) => (
        <PlanCard
          key={line.id}
          {...{ household: head.id, number: head.cases.at(-1)?.number ?? null, line, measures }}
          edit={() => line.plan && edit(asWritten(line, line.plan))}
        />
      ))}
      <ConcludedWork household={head.id} found={found.data} />
      <ConsultationsOfHome household={head.id} />
      <Earlier plans={plans.filter(({ state }) => !OPEN.includes(state))} />
    </div>
  )
}

const asWritten = (line: PlanView, plan: Editing['plan']): Editing => ({
  ...{ id: line.id, version: line.version, plan, rule: null, follows: null },
})

type BeginProps = {
  readonly household: string
  readonly found: HouseholdPlansView
  readonly edit: (editing: Editing) => void
}

/** Where a new plan begins: at the needs, a template, or the plan in force. */
function BeginPlan({ household, found, edit }: BeginProps) {
  const isHelped = found.plans.some(({ state }) => state === 'in_force')
  const own: readonly From[] = isHelped ? ['next_phase', 'revision'] : ['needs']
  const [from, choose] = useState<From>(own[0] ?? 'needs')
  const [isBusy, setBusy] = useState(false)
  const { message } = App.useApp()
  const begin = async () => {
    setBusy(true)
    try {
      const begun = await propose(household, from)
      const follows = isHelped ? (from === 'next_phase' ? from : 'revision') : null
      edit({ ...begun, id: uuid(), version: null, follows })
    } catch (error) {
      void message.error(sentenceOf(error), 6)
      setBusy(false)
    }
  }
  return (
    <div className="plan-line">
      <ChoiceField
        {...{ label: say('plan.from.label'), value: from, change: choose }}
        options={[
          ...own.map((value) => ({ value, label: say(`plan.from.${value}`) })),
          ...found.templates.map(({ id, title }) => ({
            value: `template:${id}` as const,
            label: say('plan.from.template', { title }),
          })),
        ]}
      />
      <p className="plan-field">
        <Button type="primary" loading={isBusy} onClick={() => void begin()}>
          {say('plan.new')}
        </Button>
      </p>
    </div>
  )
}

function Earlier({ plans }: { readonly plans: readonly PlanView[] }) {
  if (plans.length === 0) return null
  return (
    <section>
      <h2>{say('plan.earlier')}</h2>
      {plans.map(({ id, phase, state, approvedOn, plan }) => (
        <details key={id}>
          <summary>
            {say('plan.phase', { n: phase })} · {say(`plan.state.${state}`)}{' '}
            {approvedOn && say('plan.approved', { on: approvedOn })}
          </summary>
          {plan && <PlanWords plan={plan} />}
        </details>
      ))}
    </section>
  )
}
