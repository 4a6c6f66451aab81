import { Link } from 'react-router'
import type { TodayView } from '../../../core/contract/office/today.ts'
import { say } from './texts.ts'

type Item = TodayView['followUps'][number]

/** Something that is due in a household's file. */
export function DueItem({ item }: { readonly item: Item }) {
  const { id, kind, household, number, name, grade, late, dueOn } = item
  const path = kind === 'follow_up' ? `/followups/${household}/${id}` : `/households/${household}`
  const when = late > 0 ? say('due.late', { days: late }) : late === 0 ? say('due.today') : dueOn
  return (
    <li className={late > 0 ? 'today-item late' : 'today-item'}>
      <Link to={path}>{`${name ?? say('nobody')} ${number}`}</Link>{' '}
      <span className="soft">{say(`kind.${kind}`)}</span>{' '}
      {grade && <span className="tag">{say(`grade.${grade}`)}</span>}{' '}
      <span className="when">{when}</span>
    </li>
  )
}
