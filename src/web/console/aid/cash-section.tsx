import { useState } from 'react'
import { yuan } from '../../shared/money.ts'
import { useAccounts, useBook } from '../api/aid.ts'
import { moment } from '../parts/moment.ts'
import { AccountForm, OpenAccount } from './cash-forms.tsx'
import { say } from './texts.ts'

/** Accounts of the communities: what is in them, what went out, and that both agree. */
export function CashSection() {
  const found = useAccounts().data
  if (!found) return null
  return (
    <section aria-labelledby="cash">
      <h2 id="cash">{say('list.cash')}</h2>
      {found.accounts.length === 0 && <p>{say('cash.none')}</p>}
      {found.accounts.map(({ committee, name, balance, limit }) => (
        <details key={committee}>
          <summary>
            {say('cash.account', { name, balance: yuan(balance), limit: yuan(limit) })}
          </summary>
          {found.mayRun && <AccountForm committee={committee} limit={limit} />}
          <Book committee={committee} />
        </details>
      ))}
      {found.mayRun && found.without.length > 0 && <OpenAccount without={found.without} />}
    </section>
  )
}

function Book({ committee }: { readonly committee: string }) {
  const [opened, open] = useState(false)
  const found = useBook(opened ? committee : '').data
  return (
    <details onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{say('cash.book')}</summary>
      {found && (
        <>
          <p className={found.sum === found.account.balance ? '' : 'late'}>
            {found.sum === found.account.balance
              ? say('cash.right')
              : say('cash.wrong', { sum: yuan(found.sum) })}
          </p>
          <ol className="file-list">
            {found.lines.map(({ id, at, kind, amount, balance, first, by }) => (
              <li key={id + kind}>
                {say('cash.line', {
                  at: moment(at),
                  kind: say(`cash.kind.${kind}`),
                  amount: yuan(Math.abs(amount)),
                  balance: yuan(balance),
                  who: [first?.name, by.name].filter(Boolean).join(say('comma')),
                })}
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  )
}
