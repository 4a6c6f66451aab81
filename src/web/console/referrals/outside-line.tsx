import { Button } from 'antd'
import { useState } from 'react'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { yuan } from '../../shared/money.ts'
import { officePath } from '../api/office.ts'
import { OUTSIDE_CHANGES, type Outside, type Sent } from '../api/outside.ts'
import { AnswerBox, WithdrawBox } from './outside-boxes.tsx'
import { say } from './texts.ts'

type Props = { readonly line: Outside; readonly sent: (link: string) => void }

/** One referral or task: where it stands, what was told, what was answered, and what may be done. */
export function OutsideLine({ line, sent }: Props) {
  const [box, open] = useState<'answer' | 'withdraw' | null>(null)
  const renew = useDeed(
    () =>
      post<Sent>(officePath(line.household.id, `/referrals/${line.id}/link`), {
        version: line.version,
      }),
    OUTSIDE_CHANGES,
  )
  const waits = line.state === 'sent' || line.state === 'accepted'
  return (
    <li>
      <Facts line={line} />
      {line.open && (
        <p className="line">
          {waits && (
            <Button
              size="small"
              onClick={() => renew.mutate(undefined, { onSuccess: ({ link }) => sent(link) })}
            >
              {say('link.new')}
            </Button>
          )}
          {line.kind === 'subtask' && (
            <Button size="small" onClick={() => open('answer')}>
              {say('deed.answer')}
            </Button>
          )}
          <Button size="small" onClick={() => open('withdraw')}>
            {say('deed.withdraw')}
          </Button>
        </p>
      )}
      {box === 'answer' && <AnswerBox line={line} close={() => open(null)} />}
      {box === 'withdraw' && <WithdrawBox line={line} close={() => open(null)} />}
    </li>
  )
}

function Facts({ line }: { readonly line: Outside }) {
  const { kind, state, to, late, dueOn, owner, ask, given, consent, reason, result } = line
  return (
    <>
      <span className="tag">{say(`kind.${kind}`)}</span> <strong>{to}</strong>{' '}
      <span className="tag strong">{say(`state.${kind}.${state}`)}</span>{' '}
      {late && <strong className="late">{say('late')}</strong>}{' '}
      <span className="soft">
        {line.open && dueOn && say('due', { day: dueOn })}{' '}
        {owner && say('owner', { name: owner.name })}
      </span>
      <p>{say('asked', { words: ask })}</p>
      {given.length > 0 && (
        <p className="soft">{say('gave', { parts: given.map(({ label }) => label).join('、') })}</p>
      )}
      {consent && (
        <p className="soft">
          {say('consent', { way: say(`way.${consent.way}`), words: consent.words })}
        </p>
      )}
      {reason && <p>{say(`reason.${reason}`)}</p>}
      {result && <p>{say(`result.${result}`)}</p>}
      {line.amount !== null && <p>{say('amount', { amount: yuan(line.amount) })}</p>}
      {line.answer !== '' && <p>{say('answer', { words: line.answer })}</p>}
      {line.why !== '' && <p>{say('why', { words: line.why })}</p>}
    </>
  )
}
