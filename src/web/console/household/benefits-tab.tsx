import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { HELP_KINDS } from '../../../core/casework/benefit-ledger.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { BenefitsView } from '../../../core/contract/office/household-benefits.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { BenefitBox } from './benefit-box.tsx'
import { ScrollTable } from './scroll-table.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'
import { yuan } from './yuan.ts'

type View = z.infer<typeof BenefitsView>
type Line = View['benefits'][number]

/** 受助汇总: the help of all departments, what is given twice, what nobody gives. */
export default function BenefitsTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<View>(head.id, 'benefits')
  const [adding, add] = useState(false)
  return (
    <section aria-labelledby="file-benefits">
      <div className="line between">
        <h2 id="file-benefits">{say('tab.benefits')}</h2>
        <Button type="primary" onClick={() => add(true)}>
          {say('benefit.add')}
        </Button>
      </div>
      <Shown of={found}>{(view) => <Ledger head={head} view={view} />}</Shown>
      {adding && <BenefitBox head={head} close={() => add(false)} />}
    </section>
  )
}

function Ledger({ head, view }: { readonly head: HouseholdView; readonly view: View }) {
  const { benefits, total, monthly, byDepartment, byKind, overlaps, gaps } = view
  const named = (id: string | undefined) => benefits.find((each) => each.id === id)?.item ?? ''
  return (
    <>
      <p>
        <b>{say('benefit.total', { yuan: yuan(total) })}</b>{' '}
        <span className="soft">{say('benefit.monthly', { yuan: yuan(monthly) })}</span>
      </p>
      {overlaps.map(({ ids, from, to }) => (
        <p key={ids.join()} className="note" role="note">
          {say(from === to ? 'benefit.double_once' : 'benefit.double', {
            item: named(ids[0]),
            ...{ from, to },
          })}
        </p>
      ))}
      {gaps.length > 0 && (
        <p className="note" role="note">
          {say('benefit.gaps', {
            needs: gaps.map((code) => wordOf('indicator', code)).join(say('comma')),
          })}
        </p>
      )}
      {benefits.length === 0 ? (
        <p role="status">{say('benefit.none')}</p>
      ) : (
        <Lines head={head} benefits={benefits} />
      )}
      {benefits.length > 0 && (
        <p className="soft">
          {[
            ...byDepartment.map(({ department, total: sum }) => `${department} ${yuan(sum)}`),
            ...HELP_KINDS.filter((kind) => (byKind[kind] ?? 0) > 0).map(
              (kind) => `${wordOf('help', kind)} ${yuan(byKind[kind] ?? 0)}`,
            ),
          ].join(' · ')}
        </p>
      )}
      <Services view={view} />
    </>
  )
}

function Lines({
  head,
  benefits,
}: {
  readonly head: HouseholdView
  readonly benefits: readonly Line[]
}) {
  const strike = useDeed(
    ({ doubled: _doubled, ...line }: Line) =>
      post(officePath(head.id, '/benefits'), { ...line, state: 'struck' }),
    ['household'],
  )
  return (
    <ScrollTable label={say('benefit.lines')}>
      <thead>
        <tr>
          {(['item', 'department', 'kind', 'months', 'amount', 'deed'] as const).map((name) => (
            <th key={name} scope="col">
              {wordOf('benefit', name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {benefits.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.item}{' '}
              {line.doubled && <span className="tag strong">{say('benefit.doubled')}</span>}
            </th>
            <td>{line.department}</td>
            <td>
              {wordOf('help', line.kind)} · {wordOf('aim', line.aim)}
            </td>
            <td>{monthsOf(line)}</td>
            <td>{line.amount === null ? '' : yuan(line.amount)}</td>
            <td>
              <Button
                size="small"
                aria-label={say('benefit.strike_of', { item: line.item })}
                onClick={() => strike.mutate(line)}
              >
                {say('benefit.strike')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function monthsOf({ every, from, to }: Line): string {
  if (every === 'once') return say('benefit.once', { month: from })
  return say('benefit.span', { from, to: to ?? say('benefit.still') })
}

function Services({ view: { services } }: { readonly view: View }) {
  if (services.length === 0) return null
  return (
    <>
      <h3>{say('benefit.services', { count: services.length })}</h3>
      <ul className="file-list">
        {services.slice(0, 20).map(({ id, day, words, by }) => (
          <li key={id}>
            {day} {words} <span className="soft">{by}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
