import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { TIERS } from '../../../core/casework/plan.ts'
import type { PlanView, WrittenPlan } from '../../../core/contract/office/plan.ts'
import { get, isFailure, post, sentenceOf } from '../../shared/api/call.ts'
import { officePath } from '../api/office.ts'
import { addGoal, withoutEmpty } from './change-plan.ts'
import { GoalFields } from './goal-fields.tsx'
import { optionsOf } from './measure-fields.tsx'
import { ChoiceField, DayField } from './plain-fields.tsx'
import { PlanWords } from './plan-words.tsx'
import { say } from './texts.ts'
import { WarningList } from './warning-list.tsx'

export type Editing = {
  readonly id: string
  /** Null = new. */
  readonly version: number | null
  readonly plan: WrittenPlan
  readonly rule: string | null
  readonly follows: 'revision' | 'next_phase' | null
}

type Props = {
  readonly household: string
  readonly editing: Editing
  /** What is typed, with every letter. */
  readonly keep: (editing: Editing) => void
  readonly done: () => void
}

/** A plan as it is written. What another person saved meanwhile is shown beside it; nothing typed is lost. */
export function PlanEditor({ household, editing, keep, done }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [plan, set] = useState(editing.plan)
  const [version, setVersion] = useState(editing.version)
  const [theirs, setTheirs] = useState<PlanView | null>(null)
  const save = useSave(household, editing, { done, meet: setTheirs })
  const change = (next: WrittenPlan) => {
    set(next)
    keep({ ...editing, version, plan: next })
  }
  // The button that opened it is gone: who works without a mouse goes on here.
  useEffect(() => form.current?.querySelector('select')?.focus(), [])
  return (
    <form
      className="plan-editor"
      ref={form}
      aria-label={say('editor.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate({ version, plan: withoutEmpty(plan) })
      }}
    >
      {theirs?.plan && (
        <Conflict
          theirs={theirs}
          mine={() => {
            setVersion(theirs.version)
            setTheirs(null)
          }}
          take={(taken) => {
            setVersion(theirs.version)
            change(taken)
            setTheirs(null)
          }}
        />
      )}
      <PlanFrame {...{ plan, change, rule: editing.rule, isNew: editing.version === null }} />
      {[...plan.goals, null].map((goal, index) => (
        <GoalFields key={goal?.id ?? 'none'} n={index + 1} {...{ plan, goal, change }} />
      ))}
      <p>
        <Button onClick={() => change(addGoal(plan))}>{say('goal.add')}</Button>
      </p>
      <WarningList plan={plan} />
      <p className="line end">
        <Button onClick={done}>{say('editor.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={save.isPending}
          disabled={theirs !== null}
        >
          {say('editor.save')}
        </Button>
      </p>
    </form>
  )
}

type Written = { readonly version: number | null; readonly plan: WrittenPlan }

type Ends = { readonly done: () => void; readonly meet: (theirs: PlanView) => void }

/** Saves; when somebody else was faster, brings what they saved. */
function useSave(household: string, { id, follows }: Editing, { done, meet }: Ends) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (written: Written) =>
      post<PlanView>(officePath(household, `/plans/${id}`), { ...written, follows }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['plans'] })
      done()
    },
    onError: async (error) => {
      if (isFailure(error) && error.status === 401) return
      const theirs = isStale(error) ? await newest(household, id) : undefined
      if (theirs) meet(theirs)
      else void message.error(sentenceOf(error), 6)
    },
  })
}

const isStale = (error: unknown) => isFailure(error) && error.trouble.code === 'stale'

async function newest(household: string, id: string): Promise<PlanView | undefined> {
  const { plans } = await get<{ plans: PlanView[] }>(officePath(household, '/plans'))
  return plans.find((plan) => plan.id === id)
}

type ConflictProps = {
  readonly theirs: PlanView
  readonly mine: () => void
  readonly take: (plan: WrittenPlan) => void
}

function Conflict({ theirs, mine, take }: ConflictProps) {
  const { plan } = theirs
  const box = useRef<HTMLElement>(null)
  // Who saved stands at the end of a long form: this is at its beginning.
  useEffect(() => box.current?.focus(), [])
  if (plan === null) return null
  return (
    <section className="plan-conflict" role="alert" ref={box} tabIndex={-1}>
      <p className="late">{say('editor.conflict', { name: theirs.changedBy.name })}</p>
      <h2>{say('editor.theirs')}</h2>
      <PlanWords plan={plan} />
      <p className="line">
        <Button onClick={mine}>{say('editor.keep_mine')}</Button>
        <Button onClick={() => take(plan)}>{say('editor.take_theirs')}</Button>
      </p>
    </section>
  )
}

type FrameProps = {
  readonly plan: WrittenPlan
  readonly change: (plan: WrittenPlan) => void
  readonly rule: string | null
  readonly isNew: boolean
}

function PlanFrame({ plan, change, rule, isNew }: FrameProps) {
  const note = useId()
  return (
    <>
      <div className="plan-line">
        <ChoiceField
          {...{ label: say('tier.label'), value: plan.tier, options: optionsOf('tier', TIERS) }}
          change={(tier) => change({ ...plan, tier })}
        />
        <DayField
          {...{ label: say('editor.review'), value: plan.reviewOn }}
          change={(reviewOn) => change({ ...plan, reviewOn })}
        />
      </div>
      {isNew && (
        <p className="soft">
          {rule === null
            ? say('plan.no_rule')
            : say('plan.rule', { rule: say(`plan.rules.${rule}`) })}
        </p>
      )}
      <p className="plan-field wide">
        <label htmlFor={note}>{say('editor.note')}</label>
        <Input.TextArea
          id={note}
          rows={2}
          maxLength={5_000}
          value={plan.note}
          onChange={({ target }) => change({ ...plan, note: target.value })}
        />
      </p>
    </>
  )
}
