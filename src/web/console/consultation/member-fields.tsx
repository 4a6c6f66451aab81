import { Button } from 'antd'
import { DEPARTMENTS } from '../../../core/casework/consultation.ts'
import { uuid } from '../../shared/uuid.ts'
import { useMe } from '../api/desk.ts'
import { ChoiceField, TextField } from '../plan/plain-fields.tsx'
import type { Member } from './consultation-api.ts'
import { optionsOf, say } from './texts.ts'

type Props = {
  readonly members: readonly Member[]
  readonly change: (members: readonly Member[]) => void
}

/** Who takes part. A colleague's name comes with the account. */
export function MemberFields({ members, change }: Props) {
  const people = useMe().data?.colleagues ?? []
  const accounts = people.map(({ id, name }) => ({ value: id, label: name }))
  const set = (id: string, changes: Partial<Member>) =>
    change(members.map((member) => (member.id === id ? { ...member, ...changes } : member)))
  return (
    <section>
      <h2>{say('member.title')}</h2>
      {members.map((member, index) => (
        <fieldset key={member.id} className="plan-measure">
          <legend>{say('member.n', { n: index + 1 })}</legend>
          <ChoiceField
            {...{ label: say('department.label'), value: member.department }}
            options={optionsOf('department', DEPARTMENTS)}
            change={(department) => set(member.id, { department })}
          />
          <ChoiceField<string>
            {...{ label: say('member.account'), value: member.staff ?? '' }}
            options={[{ value: '', label: say('member.no_account') }, ...accounts]}
            change={(staff) => {
              const name = people.find(({ id }) => id === staff)?.name ?? member.name
              set(member.id, { staff: staff || null, name })
            }}
          />
          <TextField
            {...{ label: say('member.name'), most: 60, value: member.name }}
            change={(name) => set(member.id, { name })}
          />
          <p className="plan-field">
            <Button onClick={() => change(members.filter(({ id }) => id !== member.id))}>
              {say('member.remove', { n: index + 1 })}
            </Button>
          </p>
        </fieldset>
      ))}
      <p>
        <Button onClick={() => change([...members, aMember()])}>{say('member.add')}</Button>
      </p>
    </section>
  )
}

export const aMember = (): Member => ({
  ...{ id: uuid(), department: 'civil_affairs', name: '', staff: null },
})
