import { Button } from 'antd'
import { useState } from 'react'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { named, titled } from './call-page.tsx'
import { CHANGED, consultationPath } from './consultation-api.ts'
import { LongField, MaterialFields } from './material-fields.tsx'
import { MemberFields } from './member-fields.tsx'
import { say } from './texts.ts'

/** Opens the conference, and keeps its minutes, its papers and who takes part. What is typed stays. */
export function MeetingForm({ one }: { readonly one: ConsultationView }) {
  /** The version that is written on; what others saved since is shown before it is written over. */
  const [base, setBase] = useState(one)
  const [minutes, setMinutes] = useState(one.minutes)
  const [members, setMembers] = useState(one.members)
  const [materials, setMaterials] = useState(one.materials)
  const hold = useDeed(async () => {
    const kept = await post<ConsultationView>(consultationPath(one.id, '/hold'), {
      ...{ version: base.version, minutes },
      ...{ members: named(members), materials: titled(materials) },
    })
    setBase(kept)
  }, CHANGED)
  const isBehind = one.version > base.version
  return (
    <form
      aria-label={say('minutes.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBehind && !hold.isPending && named(members).length > 0) hold.mutate()
      }}
    >
      {isBehind && <Theirs one={one} mine={() => setBase(one)} />}
      <details open={one.materials.length > 0}>
        <summary>{say('material.title')}</summary>
        <MaterialFields materials={materials} change={setMaterials} />
      </details>
      <details>
        <summary>{say('member.title')}</summary>
        <MemberFields members={members} change={setMembers} />
      </details>
      <LongField {...{ label: say('minutes.title'), value: minutes, change: setMinutes }} />
      <p className="line">
        <Button
          type={one.state === 'called' ? 'primary' : 'default'}
          htmlType="submit"
          loading={hold.isPending}
          disabled={isBehind}
        >
          {say(one.state === 'called' ? 'minutes.open' : 'minutes.keep')}
        </Button>
      </p>
    </form>
  )
}

type TheirsProps = { readonly one: ConsultationView; readonly mine: () => void }

function Theirs({ one, mine }: TheirsProps) {
  return (
    <section className="plan-conflict" role="alert">
      <p className="late">{say('minutes.behind')}</p>
      <p>{one.minutes}</p>
      <ul>
        {one.members.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {one.materials.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <p>
        <Button onClick={mine}>{say('minutes.mine')}</Button>
      </p>
    </section>
  )
}
