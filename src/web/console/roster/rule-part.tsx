import { App, Button, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { ASSIGN_WAYS, type AssignWay } from '../../../core/routing/assign.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import type { Me } from '../api/desk.ts'
import { mayLead } from './may-lead.ts'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me }
type Rule = RosterView['rules'][number]

/** Open cases of one adviser that a street begins with (proposed). */
const MOST = 40

/** How each of one's streets gives out its cases. */
export function RulePart({ roster, me }: Props) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say('rule.title')}</h2>
      <p className="soft">{say('rule.means')}</p>
      {me.streets.map(({ code, name }) => {
        const known = roster.rules.find(({ street }) => street === code)
        const rule = known ?? { street: code, way: 'off' as const, most: MOST, version: 0 }
        return (
          <RuleForm key={`${code} ${rule.version}`} rule={rule} name={name} may={mayLead(me)} />
        )
      })}
      {!mayLead(me) && <p className="soft">{say('rule.only_lead')}</p>}
    </section>
  )
}

type FormProps = { readonly rule: Rule; readonly name: string; readonly may: boolean }

function RuleForm({ rule, name, may }: FormProps) {
  const { message } = App.useApp()
  const [way, setWay] = useState<AssignWay>(rule.way)
  const [most, setMost] = useState(rule.most)
  const ids = { way: useId(), most: useId() }
  const save = useDeed(
    () => post('/api/office/roster/assignment', { ...rule, way, most }),
    ['roster', 'queue'],
  )
  return (
    <fieldset className="rule" disabled={!may}>
      <legend>{name}</legend>
      <label htmlFor={ids.way}>{say('rule.way')}</label>
      <Select
        id={ids.way}
        className="wide-field"
        disabled={!may}
        value={way}
        onChange={setWay}
        options={ASSIGN_WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
      />
      <label htmlFor={ids.most}>{say('rule.most')}</label>
      <InputNumber
        id={ids.most}
        disabled={!may}
        min={1}
        max={500}
        value={most}
        onChange={(value) => setMost(value ?? rule.most)}
      />
      <span className="soft">{say('rule.most_means')}</span>
      {may && (
        <Button
          loading={save.isPending}
          disabled={way === rule.way && most === rule.most}
          onClick={() =>
            save.mutate(undefined, { onSuccess: () => void message.success(say('rule.saved')) })
          }
        >
          {say('rule.save')}
        </Button>
      )}
    </fieldset>
  )
}
