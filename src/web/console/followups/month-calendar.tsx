import { Link } from 'react-router'
import { addMonths } from '../../../core/routing/follow-up.ts'
import { addDays, atShanghai, type Day, shanghai } from '../../../core/time.ts'
import { serverNow } from '../api/server-time.ts'
import type { FollowUp } from '../api/visits.ts'
import { say } from '../service/texts.ts'

type Props = { readonly first: Day; readonly followUps: readonly FollowUp[] }

/** Households shown in the field of one day. */
const SHOWN = 4

const WEEK = ['1', '2', '3', '4', '5', '6', '7']

/** The follow-ups of a month, by day. The list says the same and is the one to work with. */
export function MonthCalendar({ first, followUps }: Props) {
  const today = shanghai(serverNow()).day
  return (
    <table className="month">
      <caption className="hidden-words">{first.slice(0, 7)}</caption>
      <thead>
        <tr>
          {WEEK.map((name) => (
            <th key={name} scope="col">
              {say(`week.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={day === today ? 'today' : undefined}>
                {day.slice(0, 7) === first.slice(0, 7) && (
                  <DayField day={day} due={followUps.filter(({ dueOn }) => dueOn === day)} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayField({ day, due }: { readonly day: Day; readonly due: readonly FollowUp[] }) {
  return (
    <>
      <span className="soft">{Number(day.slice(8))}</span>
      {due.slice(0, SHOWN).map(({ household, id }) => (
        <Link key={id} to={`/followups/${household.id}/${id}`}>
          {household.name ?? household.number}
        </Link>
      ))}
      {due.length > SHOWN && (
        <span className="soft">{say('followup.more', { count: due.length - SHOWN })}</span>
      )}
    </>
  )
}

/** The weeks that a month touches, Monday first. */
function weeksOf(first: Day): readonly (readonly Day[])[] {
  const monday = addDays(first, 1 - shanghai(atShanghai(first)).weekday)
  const end = addMonths(first, 1)
  const weeks: Day[][] = []
  for (let day = monday; day < end; day = addDays(day, 7)) {
    weeks.push(WEEK.map((_, at) => addDays(day, at)))
  }
  return weeks
}
