import { Button } from 'antd'
import type { WrittenPlan } from '../../../core/contract/office/plan.ts'
import {
  addMeasure,
  changeGoal,
  changeMeasure,
  type Goal,
  removeGoal,
  removeMeasure,
} from './change-plan.ts'
import { MeasureFields } from './measure-fields.tsx'
import { ChoiceField, TextField } from './plain-fields.tsx'
import { say } from './texts.ts'

type Props = {
  readonly plan: WrittenPlan
  /** Null = measures that serve no goal. */
  readonly goal: Goal | null
  readonly n: number
  readonly change: (plan: WrittenPlan) => void
}

/** A goal as it is written, with its measures. */
export function GoalFields({ plan, goal, n, change }: Props) {
  const measures = plan.measures.filter((each) => each.goal === (goal?.id ?? null))
  if (goal === null && measures.length === 0) return null
  return (
    <fieldset className="plan-goal">
      <legend>{goal ? say('goal.title', { n }) : say('measure.loose')}</legend>
      {goal && <GoalHead {...{ plan, goal, n, change }} />}
      {measures.map((measure, index) => (
        <MeasureFields
          key={measure.id}
          n={index + 1}
          measure={measure}
          change={(changes) => change(changeMeasure(plan, measure.id, changes))}
          remove={() => change(removeMeasure(plan, measure.id))}
        />
      ))}
      {goal && (
        <p>
          <Button onClick={() => change(addMeasure(plan, goal.id))}>
            {say('measure.add', { n })}
          </Button>
        </p>
      )}
    </fieldset>
  )
}

function GoalHead({ plan, goal, n, change }: Props & { readonly goal: Goal }) {
  const known = [...new Set([...plan.needs, ...(goal.need === null ? [] : [goal.need])])]
  const needs = known.map((value) => ({ value, label: say(`need.${value}`) }))
  return (
    <div className="plan-line">
      <TextField
        {...{ label: say('goal.words'), wide: true, value: goal.words }}
        change={(words) => change(changeGoal(plan, goal.id, { words }))}
      />
      <ChoiceField
        {...{ label: say('need.label'), value: goal.need ?? '' }}
        options={[{ value: '', label: say('need.none') }, ...needs]}
        change={(need) => change(changeGoal(plan, goal.id, { need: need || null }))}
      />
      <p className="plan-field">
        <Button onClick={() => change(removeGoal(plan, goal.id))}>
          {say('goal.remove', { n })}
        </Button>
      </p>
    </div>
  )
}
