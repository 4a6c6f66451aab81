import { Button } from 'antd'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { DAY, shanghai } from '../../../core/time.ts'
import { remove } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import type { Me } from '../api/desk.ts'
import { mayLead } from './may-lead.ts'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me }
type Shift = RosterView['shifts'][number]

/** A week: a line for the crisis duty, one for each of one's streets, a column a day. */
export function WeekTable({ roster, me }: Props) {
  const drop = useDeed((id: string) => remove(`/api/office/roster/shifts/${id}`), ['roster', 'me'])
  const lines = [{ code: null, name: say('crisis') }, ...me.streets]
  const may = mayLead(me)
  return (
    <div className="roster-scroll">
      <table className="week">
        <thead>
          <tr>
            <th scope="col">{say('place')}</th>
            {roster.days.map(({ day, working }) => (
              <th key={day} scope="col" className={working ? undefined : 'rest'}>
                {day.slice(5)} {!working && <span className="tag">{say('rest')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, name }) => (
            <tr key={code ?? ''}>
              <th scope="row">{name}</th>
              {roster.days.map(({ day }) => (
                <td key={day}>
                  <ul>
                    {roster.shifts
                      .filter((each) => each.street === code && isOn(each, day))
                      .map((shift) => (
                        <li key={shift.id}>
                          <ShiftWords shift={shift} />
                          {may && (
                            <Button
                              type="text"
                              size="small"
                              aria-label={say('remove', { name: shift.person.name })}
                              onClick={() => drop.mutate(shift.id)}
                            >
                              ✕
                            </Button>
                          )}
                        </li>
                      ))}
                  </ul>
                  {roster.gaps.some((gap) => gap.day === day && gap.street === code) && (
                    <span className="gap">{say('gap')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ShiftWords({ shift }: { readonly shift: Shift }) {
  const { person, standIn, vacant, startsAt, endsAt } = shift
  return (
    <span>
      {person.name} <span className="soft">{`${hour(startsAt)}–${hour(endsAt)}`}</span>
      {standIn && <span className="tag">{say('stand_in', { name: standIn.name })}</span>}
      {vacant && <span className="gap">{say('vacant')}</span>}
    </span>
  )
}

/** A shift stands under the day on which it begins. */
function isOn({ startsAt }: Shift, day: string): boolean {
  const since = Date.parse(startsAt) - Date.parse(`${day}T00:00:00+08:00`)
  return since >= 0 && since < DAY
}

function hour(iso: string): string {
  const { hour, minute } = shanghai(Date.parse(iso))
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
