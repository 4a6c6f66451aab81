import { useState } from 'react'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import type { Me } from '../api/desk.ts'
import { FormBox } from '../case/form-box.tsx'
import { DayField } from '../followups/day-field.tsx'
import { mayLead } from './may-lead.ts'
import { PeopleField } from './people-field.tsx'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me; readonly close: () => void }

/** One's own leave, or for leads that of a colleague; why is not asked. */
export function LeaveBox({ roster, me, close }: Props) {
  const first = roster.days[0]?.day ?? ''
  const [id] = useState(uuid)
  const [staff, setStaff] = useState(me.id)
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(first)
  const [standIn, setStandIn] = useState('')
  const write = useDeed(
    () => post('/api/office/roster/leaves', { id, staff, from, to, standIn: standIn || null }),
    ['roster', 'me'],
  )
  const streets = me.streets.map(({ code }) => code)
  return (
    <FormBox
      title={say('leave.title')}
      ok={say('leave.ok')}
      busy={write.isPending}
      ready={from !== '' && from <= to && staff !== standIn}
      cancel={close}
      submit={() => write.mutate(undefined, { onSuccess: close })}
    >
      {mayLead(me) && (
        <PeopleField
          label={say('leave.who')}
          {...{ me, streets }}
          value={staff}
          change={setStaff}
        />
      )}
      <DayField label={say('leave.from')} value={from} change={setFrom} />
      <DayField label={say('leave.to')} value={to} min={from} change={setTo} />
      <PeopleField
        label={say('leave.stand_in')}
        {...{ me, streets }}
        value={standIn}
        nobody={say('leave.nobody')}
        change={setStandIn}
      />
    </FormBox>
  )
}
