import { Button } from 'antd'
import { useState } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { type Registration, useRegistration } from '../api/outside.ts'
import { RegistrationBox } from './registration-box.tsx'
import { say } from './texts.ts'

type Props = {
  readonly head: HouseholdView
  /** Begins a note to the street of the 户籍. */
  readonly hand: (words: string) => void
}

/** For each need the office that takes the formal application, by which of the two addresses. */
export function FormalSection({ head, hand }: Props) {
  const found = useRegistration(head.id).data
  const [editing, edit] = useState(false)
  if (!found) return null
  const { home, formal } = found
  const handover = (need: string) =>
    hand(
      say('formal.handover_words', {
        ...{ name: head.name ?? '', home: home?.name ?? say('formal.none'), need },
      }),
    )
  return (
    <section aria-labelledby="file-formal">
      <h2 id="file-formal">{say('formal.title')}</h2>
      <p>
        {say('formal.home', { name: home?.name ?? say('formal.none') })}；{say('formal.edit')}：
        {registeredWords(found)}{' '}
        <Button size="small" onClick={() => edit(true)}>
          {say('formal.edit')}
        </Button>
      </p>
      <ul className="file-list">
        {formal.map(({ need, label, at, by, place, elsewhere }) => (
          <li key={need}>
            <strong>{label}</strong>{' '}
            {at === 'street' && place === null
              ? say('formal.not_known')
              : (place ?? say(`formal.at.${at}`))}{' '}
            <span className="soft">{by && say(`formal.by.${by}`)}</span>{' '}
            {elsewhere && (
              <Button size="small" onClick={() => handover(label)}>
                {say('formal.handover')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && <RegistrationBox household={head.id} found={found} close={() => edit(false)} />}
    </section>
  )
}

function registeredWords({ status, street, address, places }: Registration): string {
  const name = places.find(({ code }) => code === street)?.name
  const word = status === null ? 'unknown' : status === 'none' ? 'no_permit' : status
  return [say(`formal.${word}`), name, address].filter(Boolean).join(' ')
}
