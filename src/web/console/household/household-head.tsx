import { Button } from 'antd'
import { useState } from 'react'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { useMe } from '../api/desk.ts'
import { officePath } from '../api/office.ts'
import { GradeCell } from './grade-word.tsx'
import { HiddenPart } from './hidden-part.tsx'
import { PersonBox } from './person-box.tsx'
import { say } from './texts.ts'

/** Who lives here, where, how hard it is, and who looks after them. */
export function HouseholdHead({ head }: { readonly head: HouseholdView }) {
  const me = useMe().data
  const [correcting, correct] = useState(false)
  const take = useDeed(
    () => post(officePath(head.id, '/adviser'), { adviser: me?.id ?? null }),
    ['household'],
  )
  return (
    <header className="file-head">
      <h1>
        {head.name ?? say('unknown')} <span className="soft">{head.number}</span>{' '}
        {head.sample && <span className="tag">{say('head.sample')}</span>}{' '}
        <Button size="small" onClick={() => correct(true)}>
          {say('person.title')}
        </Button>
      </h1>
      <dl className="facts-list">
        <Fact name="grade">
          <GradeCell grade={head.grade} />{' '}
          {head.grade && (
            <span className="soft">
              {say(head.confirmed ? 'head.confirmed' : 'head.first_pass')}
            </span>
          )}
        </Fact>
        <Fact name="adviser">
          {head.adviser?.name ?? say('head.nobody')}{' '}
          {me && head.adviser?.id !== me.id && (
            <Button size="small" loading={take.isPending} onClick={() => take.mutate()}>
              {say('head.take')}
            </Button>
          )}
        </Fact>
        <Fact name="phone">
          <HiddenPart household={head.id} member={null} part="phone" masked={head.phone} />
        </Fact>
        <Fact name="place">
          {[head.street?.name, head.committee?.name].filter(Boolean).join(' · ') || say('unknown')}
        </Fact>
      </dl>
      {correcting && <PersonBox head={head} close={() => correct(false)} />}
    </header>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{say(`head.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
