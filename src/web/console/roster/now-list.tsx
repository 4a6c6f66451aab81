import type { RosterView } from '../../../core/contract/office/roster.ts'
import type { Me } from '../api/desk.ts'
import { say } from './texts.ts'

type Props = { readonly people: RosterView['people']; readonly me: Me }

/** Who is on duty at this moment, of one's own streets and of the crisis duty. */
export function NowList({ people, me }: Props) {
  const own = me.streets.map(({ code }) => code)
  const seen = people.filter(
    ({ streets, crisisDuty }) => crisisDuty || streets.some((street) => own.includes(street)),
  )
  const on = seen.filter(({ onDuty }) => onDuty)
  return (
    <section aria-labelledby="on-now">
      <h2 id="on-now">{say('now.title')}</h2>
      {on.length === 0 && <p className="gap">{say('now.nobody')}</p>}
      <ul>
        {on.map(({ id, name, load, crisisDuty }) => (
          <li key={id}>
            {name} <span className="soft">{say('now.load', { count: load })}</span>{' '}
            {crisisDuty && <span className="tag strong">{say('now.crisis')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
