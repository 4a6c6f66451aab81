import { Button } from 'antd'
import { HELP_AIMS, HELP_KINDS } from '../../../core/casework/benefit-ledger.ts'
import { MEASURE_SOURCES, RHYTHMS } from '../../../core/casework/plan.ts'
import { useMe } from '../api/desk.ts'
import type { Measure } from './change-plan.ts'
import { ChoiceField, DayField, TextField } from './plain-fields.tsx'
import { say } from './texts.ts'

type Props = {
  readonly measure: Measure
  /** As it is counted on the screen. */
  readonly n: number
  readonly change: (change: Partial<Measure>) => void
  readonly remove: () => void
}

/** One measure as it is written: what, who, until when, and what kind of help it is. */
export function MeasureFields({ measure, n, change, remove }: Props) {
  const colleagues = useMe().data?.colleagues ?? []
  const owners = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset className="plan-measure">
      <legend>{say('measure.title', { n })}</legend>
      <TextField
        {...{ label: say('measure.words'), wide: true, value: measure.words }}
        change={(words) => change({ words })}
      />
      <TextField
        {...{ label: say('measure.who'), most: 60, value: measure.who }}
        change={(who) => change({ who })}
      />
      <ChoiceField
        {...{ label: say('measure.owner'), value: measure.owner ?? '' }}
        options={[{ value: '', label: say('measure.owner_author') }, ...owners]}
        change={(owner) => change({ owner: owner || null })}
      />
      <DayField
        {...{ label: say('measure.due'), value: measure.dueOn }}
        change={(dueOn) => change({ dueOn })}
      />
      <ChoiceField
        {...{ label: say('every.label'), value: measure.every }}
        options={optionsOf('every', RHYTHMS)}
        change={(every) => change({ every, ...(every === 'once' && { until: null }) })}
      />
      {measure.every !== 'once' && (
        <DayField
          {...{ label: say('measure.until'), value: measure.until }}
          change={(until) => change({ until })}
        />
      )}
      <ChoiceField
        {...{ label: say('source.label'), value: measure.source }}
        options={optionsOf('source', MEASURE_SOURCES)}
        change={(source) => change({ source })}
      />
      <ChoiceField
        {...{ label: say('kind.label'), value: measure.kind }}
        options={optionsOf('kind', HELP_KINDS)}
        change={(kind) => change({ kind })}
      />
      <ChoiceField
        {...{ label: say('aim.label'), value: measure.aim }}
        options={optionsOf('aim', HELP_AIMS)}
        change={(aim) => change({ aim })}
      />
      <p className="plan-field">
        <Button onClick={remove}>{say('measure.remove', { n })}</Button>
      </p>
    </fieldset>
  )
}

/** The codes of a list with their words. */
export const optionsOf = <Code extends string>(list: string, codes: readonly Code[]) =>
  codes.map((value) => ({ value, label: say(`${list}.${value}`) }))
