import { Button } from 'antd'
import type { RosterView } from '../../../core/contract/office/roster.ts'
import { remove } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import type { Me } from '../api/desk.ts'
import { mayLead } from './may-lead.ts'
import { say } from './texts.ts'

type Props = { readonly roster: RosterView; readonly me: Me }

/** Who is away in the days that are shown. */
export function LeaveList({ roster: { leaves }, me }: Props) {
  const drop = useDeed((id: string) => remove(`/api/office/roster/leaves/${id}`), ['roster', 'me'])
  return (
    <section aria-labelledby="leaves">
      <h2 id="leaves">{say('leave.list')}</h2>
      {leaves.length === 0 && <p className="soft">{say('leave.none')}</p>}
      <ul>
        {leaves.map(({ id, person: { id: who, name }, from, to, standIn }) => (
          <li key={id}>
            {standIn === null
              ? say('leave.line', { name, from, to })
              : say('leave.line_with', { name, from, to, other: standIn.name })}
            {(mayLead(me) || who === me.id) && (
              <Button
                type="text"
                size="small"
                aria-label={say('leave.back', { name })}
                onClick={() => drop.mutate(id)}
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
