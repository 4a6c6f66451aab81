import { Button } from 'antd'
import { Link } from 'react-router'
import type { FollowUp } from '../api/visits.ts'
import { say } from '../service/texts.ts'
import { DueWord } from './due-word.tsx'

type Props = {
  readonly followUp: FollowUp
  /** Without the household where the page is about one. */
  readonly alone?: boolean
  readonly open: (what: 'move' | 'leave', followUp: FollowUp) => void
}

/** One follow-up, and what can be done with it. */
export function FollowUpItem({ followUp, alone = false, open }: Props) {
  const { household, rhythm, ground, moved, answer, owner, state, worse, how } = followUp
  const list = worse.map((code) => say(`indicators.${code}`)).join('、')
  return (
    <li className="line between">
      <span className="line">
        <DueWord followUp={followUp} />
        {!alone && (
          <Link to={`/households/${household.id}`}>
            {household.name ?? say('unknown')} {household.number}
          </Link>
        )}
        <span className={`tag grade-${household.grade ?? 'open'}`}>
          {say(`grade.${household.grade ?? 'open'}`)}
        </span>
        {!alone && <span className="soft">{household.committee?.name ?? say('nowhere')}</span>}
        <span className="soft">
          {say(`rhythms.${rhythm ?? 'none'}`)} · {say(`followup.ground.${ground}`)}{' '}
          {moved && say('followup.moved')} {owner?.name}
        </span>
        {answer && followUp.open && (
          <span className={answer === 'worse' ? 'late' : 'tag'}>
            {say(`followup.answer.${answer}`)}
          </span>
        )}
        {!followUp.open && <span className="tag">{say(`followup.state.${state}`)}</span>}
        {how && <span className="soft">{say(`ways.${how}`)}</span>}
        {list && <span className="late">{say('tab.worse', { list })}</span>}
      </span>
      {followUp.open && (
        <span className="line">
          <Link to={`/followups/${household.id}/${followUp.id}`}>{say('followup.do')}</Link>
          <Button size="small" onClick={() => open('move', followUp)}>
            {say('followup.move')}
          </Button>
          <Button size="small" onClick={() => open('leave', followUp)}>
            {say('followup.leave')}
          </Button>
        </span>
      )}
    </li>
  )
}
