import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CheckView } from '../../../core/contract/office/supervision.ts'
import { moment } from '../parts/moment.ts'
import { CorrectForm } from './correct-form.tsx'
import { JudgeForm } from './judge-form.tsx'
import { say } from './texts.ts'

type Props = { readonly check: CheckView; readonly leads: boolean }

/** One record that was drawn: what it says, what was said about it, and what is to be done. */
export function CheckItem({ check, leads }: Props) {
  const [opened, open] = useState(false)
  const { household, state, author, mine, record, said, dueOn } = check
  const day = record?.day ?? check.day
  const judges = leads && !mine && (state === 'drawn' || state === 'corrected')
  const corrects = mine && state === 'returned'
  return (
    <li className={`check ${state}`} data-state={state}>
      <p className="line between">
        <span>
          <b>{say(`state.${state}`)}</b>{' '}
          {say('line', {
            ...{ author: author.name, day, kind: say(`kind.${record?.kind ?? 'service'}`) },
            type: record?.type ? say(`type.${record.type}`) : '',
          })}{' '}
          <Link to={`/households/${household.id}`}>{household.name ?? household.number}</Link>
        </span>
        {dueOn && <span className="note">{say('due', { day: dueOn })}</span>}
      </p>
      {record ? (
        <blockquote>
          {record.words || say('no_words')}
          <footer className="soft">
            {record.who && say('who', { who: record.who })}{' '}
            {say('photos', { count: record.photos })}
          </footer>
        </blockquote>
      ) : (
        <p className="soft">{say('gone')}</p>
      )}
      {said.length > 0 && (
        <ul className="said">
          {said.map(({ by, at, score, words }) => (
            <li key={at}>
              <b>
                {score === null ? say('said.answer', { by }) : say('said.score', { by, score })}
              </b>{' '}
              {words} <span className="soft">{moment(at)}</span>
            </li>
          ))}
        </ul>
      )}
      {leads && mine && state === 'drawn' && <p className="soft">{say('judge.own')}</p>}
      {(judges || corrects) && !opened && (
        <Button
          size="small"
          aria-label={
            judges
              ? say('judge.open_of', { author: author.name, day })
              : say('correct.open_of', { day })
          }
          onClick={() => open(true)}
        >
          {say(judges ? 'judge.open' : 'correct.open')}
        </Button>
      )}
      {opened && judges && <JudgeForm check={check} done={() => open(false)} />}
      {opened && corrects && <CorrectForm check={check} done={() => open(false)} />}
    </li>
  )
}
