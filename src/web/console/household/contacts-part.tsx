import { Link } from 'react-router'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { ContactsView } from '../../../core/contract/office/household-papers.ts'
import { moment } from '../parts/moment.ts'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

/** How the household is reached, what it agreed to, and who looked last. */
export function ContactsPart({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof ContactsView>>(head.id, 'contacts')
  return (
    <Shown of={found}>
      {({ contacts, consents, readers }) => (
        <>
          <h2>{say('contacts.title')}</h2>
          <ul className="file-list">
            {contacts.map(({ name, who, phone, address, channel, number }) => (
              <li key={`${number}${name}${phone}`}>
                {name ?? say('unknown')} <span className="tag">{wordOf('kin', who)}</span> {phone}{' '}
                {address} <span className="soft">{channel && wordOf('channel', channel)}</span>
              </li>
            ))}
          </ul>
          <h2>{say('consents.title')}</h2>
          {consents.length === 0 && <p>{say('consents.none')}</p>}
          <ul className="file-list">
            {consents.map(({ number, at, given }) => (
              <li key={`${number}${at}${given}`}>
                {say(given ? 'consents.given' : 'consents.withdrawn')} {moment(at)}{' '}
                <Link to={`/cases/${number}`}>{number}</Link>
              </li>
            ))}
          </ul>
          {readers.length > 0 && (
            <p className="soft">
              {say('readers.last')}{' '}
              {readers
                .slice(0, 5)
                .map(({ name, act, at }) => `${name} ${moment(at)} ${wordOf('act', act)}`)
                .join(say('semicolon'))}
            </p>
          )}
        </>
      )}
    </Shown>
  )
}
