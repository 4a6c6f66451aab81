import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterView } from '../../../core/contract/office/register.ts'
import { shanghai } from '../../../core/time.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { serverNow } from '../api/server-time.ts'
import { say } from './texts.ts'

type Props = { readonly adviser: RegisterView['advisers'][number]; readonly done: () => void }

/** The day of a registration, or its end. */
export function RegisterForm({ adviser: { id, on, version }, done }: Props) {
  const today = shanghai(serverNow()).day
  const [day, setDay] = useState(on ?? today)
  const set = useDeed(
    (next: string | null) => post(`/api/office/register/${id}`, { on: next, version }),
    ['register'],
  )
  const settle = (next: string | null) => set.mutate(next, { onSuccess: done })
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault()
        settle(day)
      }}
    >
      <input
        type="date"
        className="plain-field"
        aria-label={say('day')}
        required
        max={today}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Button size="small" type="primary" htmlType="submit" loading={set.isPending}>
        {say('keep')}
      </Button>
      {on && (
        <Button size="small" onClick={() => settle(null)}>
          {say('drop')}
        </Button>
      )}
      <Button size="small" onClick={done}>
        {say('cancel')}
      </Button>
    </form>
  )
}
