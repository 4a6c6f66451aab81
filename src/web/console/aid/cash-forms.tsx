import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { fenOf, yuan } from '../../shared/money.ts'
import { uuid } from '../../shared/uuid.ts'
import type { Accounts } from '../api/aid.ts'
import { say } from './texts.ts'

/** Limit of one payment, and money that is put in. */
export function AccountForm(props: { readonly committee: string; readonly limit: number }) {
  const { committee, limit } = props
  const [most, set] = useState(yuan(limit))
  const [more, put] = useState('')
  const path = `/api/office/petty-cash/${committee}`
  const save = useDeed(() => post(path, { limit: fenOf(most) }), ['cash'])
  const topUp = useDeed(() => post(`${path}/top-up`, { id: uuid(), amount: fenOf(more) }), ['cash'])
  return (
    <>
      <Line
        label={say('cash.limit')}
        go={say('cash.set')}
        value={most}
        change={set}
        busy={save.isPending}
        submit={() => save.mutate()}
      />
      <Line
        label={say('cash.top_up')}
        go={say('cash.put')}
        value={more}
        change={put}
        busy={topUp.isPending}
        submit={() => topUp.mutate(undefined, { onSuccess: () => put('') })}
      />
    </>
  )
}

/** An account for a committee that has none. */
export function OpenAccount({ without }: Pick<Accounts, 'without'>) {
  const [committee, choose] = useState(without[0]?.committee ?? '')
  const [limit, set] = useState('2000')
  const open = useDeed(
    () => post(`/api/office/petty-cash/${committee}`, { limit: fenOf(limit) }),
    ['cash'],
  )
  const id = useId()
  return (
    <details>
      <summary>{say('cash.open')}</summary>
      <div className="stack">
        <label htmlFor={id}>{say('cash.committee')}</label>
        <select
          id={id}
          className="plain-field"
          value={committee}
          onChange={({ target }) => choose(target.value)}
        >
          {without.map((each) => (
            <option key={each.committee} value={each.committee}>
              {each.name}
            </option>
          ))}
        </select>
        <Line
          label={say('cash.limit')}
          go={say('cash.open')}
          value={limit}
          change={set}
          busy={open.isPending}
          submit={() => open.mutate()}
        />
      </div>
    </details>
  )
}

type LineProps = {
  readonly label: string
  readonly go: string
  readonly value: string
  readonly change: (value: string) => void
  readonly busy: boolean
  readonly submit: () => void
}

function Line({ label, go, value, change, busy, submit }: LineProps) {
  const id = useId()
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault()
        if (fenOf(value)) submit()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="tight"
        inputMode="decimal"
        value={value}
        onChange={({ target }) => change(target.value)}
      />
      <Button htmlType="submit" loading={busy} disabled={!fenOf(value)}>
        {go}
      </Button>
    </form>
  )
}
