import { Button, Input, Tag } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { useFoundHouseholds } from '../api/office.ts'
import { say } from './texts.ts'

export type Picked = { readonly id: string; readonly name: string; readonly number: string }

type Props = {
  readonly picked: readonly Picked[]
  readonly pick: (picked: readonly Picked[]) => void
  /** Only one household. */
  readonly single?: boolean
}

/** Households by name, number or the end of a phone; Enter takes the first that is found. */
export function HouseholdPicker({ picked, pick, single = false }: Props) {
  const id = useId()
  const [typed, type] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useFoundHouseholds(asked.length > 1 ? asked : '')
  const free = (found.data?.households ?? []).filter(
    (head) => !picked.some((each) => each.id === head.id),
  )
  const nameOf = (head: { readonly name: string | null }) => head.name ?? say('unknown')
  const add = (head: (typeof free)[number] | undefined) => {
    if (!head) return
    const next = { id: head.id, name: nameOf(head), number: head.number }
    pick(single ? [next] : [...picked, next])
    type('')
  }
  return (
    <div className="stack">
      <label htmlFor={id}>{say(single ? 'pick.one' : 'pick.label')}</label>
      {picked.length > 0 && (
        <div className="line">
          {picked.map((each) => (
            <Tag
              key={each.id}
              closable={{ 'aria-label': say('pick.remove', { name: each.name }) }}
              onClose={() => pick(picked.filter((one) => one.id !== each.id))}
            >
              {each.name} {each.number}
            </Tag>
          ))}
        </div>
      )}
      <Input
        id={id}
        value={typed}
        autoComplete="off"
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
          event.preventDefault()
          add(free[0])
        }}
      />
      {asked.length > 1 && found.data && free.length === 0 && (
        <p className="soft">{say('pick.none')}</p>
      )}
      <div className="line">
        {asked.length > 1 &&
          free.slice(0, 6).map((head) => (
            <Button
              key={head.id}
              size="small"
              aria-label={say('pick.add', { name: `${nameOf(head)} ${head.number}` })}
              onClick={() => add(head)}
            >
              {nameOf(head)} {head.number} {head.committee?.name}
            </Button>
          ))}
      </div>
    </div>
  )
}
