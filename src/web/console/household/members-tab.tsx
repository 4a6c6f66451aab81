import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type { MembersView, MemberView } from '../../../core/contract/office/household-members.ts'
import { HiddenPart } from './hidden-part.tsx'
import { MemberBox } from './member-box.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

/** 成员: who belongs to the household. */
export default function MembersTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof MembersView>>(head.id, 'members')
  const [box, open] = useState<string | null>(null)
  return (
    <section aria-labelledby="file-members">
      <div className="line between">
        <h2 id="file-members">{say('tab.members')}</h2>
        <Button type="primary" onClick={() => open('new')}>
          {say('member.add')}
        </Button>
      </div>
      <Shown of={found}>
        {({ members }) =>
          members.length === 0 ? (
            <p role="status">{say('member.none')}</p>
          ) : (
            <ul className="file-cards">
              {members.map((member) => (
                <li key={member.id}>
                  <MemberCard head={head} member={member} change={() => open(member.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {box !== null && (
        <MemberBox
          head={head}
          member={found.data?.members.find(({ id }) => id === box) ?? null}
          close={() => open(null)}
        />
      )}
    </section>
  )
}

type CardProps = {
  readonly head: HouseholdView
  readonly member: MemberView
  readonly change: () => void
}

function MemberCard({ head, member, change }: CardProps) {
  const { id, name, kin, state, age, phone, idNumber } = member
  const told = (['health', 'work', 'school', 'note'] as const).filter((part) => member[part])
  return (
    <article aria-label={name}>
      <h3>
        {name} <span className="tag">{wordOf('kin', kin)}</span>{' '}
        {state !== 'here' && <span className="tag strong">{wordOf('member_state', state)}</span>}
      </h3>
      <p className="soft">
        {age === null ? say('member.age_unknown') : say('member.age', { age })}
      </p>
      <dl className="facts-list">
        <div>
          <dt>{say('member.phone')}</dt>
          <dd>
            <HiddenPart household={head.id} member={id} part="phone" masked={phone} />
          </dd>
        </div>
        <div>
          <dt>{say('member.id_number')}</dt>
          <dd>
            <HiddenPart household={head.id} member={id} part="idNumber" masked={idNumber} />
          </dd>
        </div>
        {told.map((part) => (
          <div key={part}>
            <dt>{wordOf('member', part)}</dt>
            <dd>{member[part]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Button size="small" onClick={change} aria-label={say('member.change_of', { name })}>
          {say('member.change')}
        </Button>
      </p>
    </article>
  )
}
