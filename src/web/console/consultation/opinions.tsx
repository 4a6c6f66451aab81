import { Button } from 'antd'
import { useState } from 'react'
import { VOTES, type Vote } from '../../../core/casework/consultation.ts'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { useMe } from '../api/desk.ts'
import { ChoiceField } from '../plan/plain-fields.tsx'
import { CHANGED, consultationPath, type Member } from './consultation-api.ts'
import { LongField } from './material-fields.tsx'
import { optionsOf, say } from './texts.ts'

/** What each member thinks. One writes one's own; who called writes for those without an account. */
export function Opinions({ one }: { readonly one: ConsultationView }) {
  return (
    <section>
      <h2>{say('opinion.title')}</h2>
      <ul className="file-list">
        {one.members.map((member) => (
          <OpinionLine key={member.id} {...{ one, member }} />
        ))}
      </ul>
    </section>
  )
}

type Props = { readonly one: ConsultationView; readonly member: Member }

function OpinionLine({ one, member }: Props) {
  const me = useMe().data
  const [isOpen, open] = useState(false)
  const opinion = one.opinions.find((each) => each.member === member.id)
  const isMine = member.staff !== null && member.staff === me?.id
  const mayWrite = one.state !== 'concluded' && (isMine || (member.staff === null && !one.beyond))
  return (
    <li>
      <p>
        <strong>{member.name}</strong>{' '}
        <span className="tag">{say(`department.${member.department}`)}</span>{' '}
        {opinion ? (
          <>
            <span className="tag strong">{say(`opinion.${opinion.vote}`)}</span> {opinion.words}{' '}
            {opinion.forThem && (
              <span className="soft">{say('opinion.by_hand', { name: opinion.by.name })}</span>
            )}
          </>
        ) : (
          <span className="soft">{say('opinion.none')}</span>
        )}
      </p>
      {mayWrite && !isOpen && (
        <Button onClick={() => open(true)}>
          {isMine ? say('opinion.mine') : say('opinion.give_for', { name: member.name })}
        </Button>
      )}
      {isOpen && <OpinionForm {...{ one, member }} done={() => open(false)} />}
    </li>
  )
}

function OpinionForm({ one, member, done }: Props & { readonly done: () => void }) {
  const before = one.opinions.find((each) => each.member === member.id)
  const [vote, setVote] = useState<Vote>(before?.vote ?? 'for')
  const [words, setWords] = useState(before?.words ?? '')
  const give = useDeed(async () => {
    await post(consultationPath(one.id, '/opinions'), { member: member.id, vote, words })
    done()
  }, CHANGED)
  return (
    <form
      aria-label={say('opinion.give')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!give.isPending) give.mutate()
      }}
    >
      <ChoiceField
        {...{ label: say('opinion.vote'), value: vote, change: setVote }}
        options={optionsOf('opinion', VOTES)}
      />
      <LongField {...{ label: say('opinion.words'), value: words, change: setWords }} />
      <p className="line">
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {say('save')}
        </Button>
        <Button onClick={done}>{say('cancel')}</Button>
      </p>
    </form>
  )
}
