import { App, Checkbox, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { addDays } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import type { Me } from '../api/desk.ts'
import { FormBox } from '../case/form-box.tsx'
import { DayField } from '../followups/day-field.tsx'
import { mayLeadDistrict } from './may-lead.ts'
import { PeopleField } from './people-field.tsx'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me; readonly close: () => void }

/** Writes the same hours for several days at once. */
export function ShiftBox({ roster, me, close }: Props) {
  const { message } = App.useApp()
  const [street, setStreet] = useState(me.streets[0]?.code ?? '')
  const [staff, setStaff] = useState('')
  const [day, setDay] = useState(roster.days[0]?.day ?? '')
  const [hours, setHours] = useState({ from: '09:00', to: '17:00' })
  const [times, setTimes] = useState(5)
  const [every, setEvery] = useState(1)
  const [workingOnly, setWorkingOnly] = useState(true)
  const ids = { street: useId(), from: useId(), to: useId(), times: useId(), every: useId() }
  const [shiftIds] = useState(() => Array.from({ length: 62 }, uuid))
  const write = useDeed(() => {
    const days = Array.from({ length: times }, (_, at) => ({
      id: shiftIds[at] ?? uuid(),
      day: addDays(day, at * every),
    }))
    const what = { street: street || null, staff, days, workingOnly, ...hours }
    return post<{ count: number }>('/api/office/roster/shifts', what)
  }, ['roster', 'me'])
  const places = [
    ...(mayLeadDistrict(me) ? [{ value: '', label: say('crisis') }] : []),
    ...me.streets.map(({ code, name }) => ({ value: code, label: name })),
  ]
  const submit = () =>
    write.mutate(undefined, {
      onSuccess: ({ count }) => {
        void message.success(say('add.done', { count }))
        close()
      },
    })
  return (
    <FormBox
      title={say('add.title')}
      ok={say('add.ok')}
      busy={write.isPending}
      ready={staff !== '' && day !== '' && hours.from !== hours.to}
      cancel={close}
      submit={submit}
    >
      <label htmlFor={ids.street}>{say('add.where')}</label>
      <Select
        id={ids.street}
        className="wide-field"
        value={street}
        onChange={setStreet}
        options={places}
      />
      <PeopleField
        label={say('add.who')}
        me={me}
        streets={street === '' ? [] : [street]}
        value={staff}
        change={setStaff}
      />
      <DayField label={say('add.day')} value={day} change={setDay} />
      {(['from', 'to'] as const).map((name) => (
        <span key={name} className="stacked">
          <label htmlFor={ids[name]}>{say(`add.${name}`)}</label>
          <input
            id={ids[name]}
            type="time"
            className="plain-field"
            value={hours[name]}
            onChange={({ target }) => setHours({ ...hours, [name]: target.value })}
          />
        </span>
      ))}
      <p className="soft">{say('add.night')}</p>
      <label htmlFor={ids.times}>{say('add.times')}</label>
      <InputNumber
        id={ids.times}
        min={1}
        max={62}
        value={times}
        onChange={(value) => setTimes(value ?? 1)}
      />
      <label htmlFor={ids.every}>{say('add.every')}</label>
      <Select
        id={ids.every}
        className="wide-field"
        value={every}
        onChange={setEvery}
        options={[
          { value: 1, label: say('add.daily') },
          { value: 7, label: say('add.weekly') },
        ]}
      />
      <Checkbox checked={workingOnly} onChange={({ target }) => setWorkingOnly(target.checked)}>
        {say('add.working')}
      </Checkbox>
    </FormBox>
  )
}
