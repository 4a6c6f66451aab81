import { Button } from 'antd'
import { addDays, shanghai } from '../../../core/time.ts'
import { serverNow } from '../api/server-time.ts'
import { type FollowUp, useFollowUps } from '../api/visits.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { say } from '../service/texts.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { DueWord } from './due-word.tsx'
import './visits.css'

/** 本周路线: who is due until Sunday or overdue, by committee, to be printed and taken along. */
export default function RoutePage() {
  const [street] = useStreet()
  const found = useFollowUps(street, false)
  usePageTitle(say('followup.route'))
  const { day: today, weekday } = shanghai(serverNow())
  // At a weekend one looks ahead: nobody prints the way of a week that is over.
  const sunday = addDays(today, weekday > 5 ? 14 - weekday : 7 - weekday)
  const due = (found.data?.followUps ?? []).filter(({ dueOn }) => dueOn !== null && dueOn <= sunday)
  return (
    <div className="file-page route-list">
      <div className="line between">
        <h1>{say('route.title', { from: today, to: sunday })}</h1>
        <Button className="no-print" onClick={() => window.print()}>
          {say('route.print')}
        </Button>
      </div>
      <p className="soft">{say('route.why')}</p>
      {found.isPending && <Loading />}
      {found.data && due.length === 0 && <p className="empty">{say('route.none')}</p>}
      {byCommittee(due).map(([code, name, all]) => (
        <section key={code}>
          <h2>
            {name} <span className="soft">{say('route.count', { count: all.length })}</span>
          </h2>
          <ul className="file-list">
            {all.map((each) => (
              <li key={each.id} className="line between">
                <span>
                  {each.household.name ?? say('unknown')} {each.household.number}{' '}
                  <span className="soft">{say(`grade.${each.household.grade ?? 'open'}`)}</span>{' '}
                  <DueWord followUp={each} />
                </span>
                <span className="soft">{say('route.done')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="soft">{say('route.private')}</p>
    </div>
  )
}

type Group = readonly [code: string, name: string, all: readonly FollowUp[]]

/** Behind every code. */
const NOWHERE = '~'

/** In the order of the codes of committees; what has none comes last. */
function byCommittee(due: readonly FollowUp[]): readonly Group[] {
  const groups = new Map<string, FollowUp[]>()
  for (const each of due) {
    const code = each.household.committee?.code ?? NOWHERE
    groups.set(code, [...(groups.get(code) ?? []), each])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, all]) => [code, all[0]?.household.committee?.name ?? say('nowhere'), all])
}
