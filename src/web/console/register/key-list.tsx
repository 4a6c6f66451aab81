import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { RegisterView } from '../../../core/contract/office/register.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { useMe } from '../api/desk.ts'
import { officePath } from '../api/office.ts'
import { say } from './texts.ts'

/** Households that are helped before others. */
export function KeyList({ register: { keys } }: { readonly register: RegisterView }) {
  const end = useDeed(
    ({ household, id, version }: RegisterView['keys'][number]) =>
      post(officePath(household.id, `/key/${id}/end`), { version, reason: '' }),
    ['register'],
  )
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{say('keys.title')}</h2>
      {keys.length === 0 && <p className="soft">{say('keys.none')}</p>}
      <ul>
        {keys.map((key) => {
          const name = key.household.name ?? key.household.number
          return (
            <li key={key.id} className="line">
              <Link to={`/households/${key.household.id}`}>{name}</Link>
              <span>{say('keys.line', { owner: key.owner?.name ?? '', helps: key.helps })}</span>
              <span className="soft">{key.why}</span>
              <Button
                size="small"
                aria-label={say('keys.end_of', { name })}
                onClick={() => end.mutate(key)}
              >
                {say('keys.end')}
              </Button>
            </li>
          )
        })}
      </ul>
      <AddKey />
    </section>
  )
}

function AddKey() {
  const me = useMe().data
  const [number, setNumber] = useState('')
  const [why, setWhy] = useState('')
  const ids = { number: useId(), why: useId() }
  const add = useDeed(
    () =>
      post(officePath(number.trim(), '/key'), {
        ...{ id: uuid(), adviser: me?.id, why: why.trim() },
      }),
    ['register'],
  )
  return (
    <form
      className="draw-form"
      aria-label={say('keys.add')}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(undefined, { onSuccess: () => [setNumber, setWhy].map((set) => set('')) })
      }}
    >
      <label htmlFor={ids.number}>{say('keys.number')}</label>
      <Input id={ids.number} value={number} onChange={({ target }) => setNumber(target.value)} />
      <label htmlFor={ids.why}>{say('keys.why')}</label>
      <Input
        id={ids.why}
        maxLength={200}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
      <Button
        htmlType="submit"
        loading={add.isPending}
        disabled={!/^[0-9A-Za-z-]{1,36}$/.test(number.trim())}
      >
        {say('keys.go')}
      </Button>
    </form>
  )
}
