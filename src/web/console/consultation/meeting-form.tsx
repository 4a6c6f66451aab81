import { Button } from 'antd'
import { useState } from 'react'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { post } from '../api/call.ts'
import { useDeed } from '../api/use-deed.ts'
import { named, titled } from './call-page.tsx'
import { CHANGED, consultationPath } from './consultation-api.ts'
import { LongField, MaterialFields } from './material-fields.tsx'
import { MemberFields } from './member-fields.tsx'
import { say } from './texts.ts'

/** Opens the conference, and keeps its minutes, its papers and who takes part. */
export function MeetingForm({ one }: { readonly one: ConsultationView }) {
  const [minutes, setMinutes] = useState(one.minutes)
  const [members, setMembers] = useState(one.members)
  const [materials, setMaterials] = useState(one.materials)
  const hold = useDeed(
    () =>
      post(consultationPath(one.id, '/hold'), {
        ...{ version: one.version, minutes },
        ...{ members: named(members), materials: titled(materials) },
      }),
    CHANGED,
  )
  return (
    <form
      aria-label={say('minutes.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!hold.isPending && named(members).length > 0) hold.mutate()
      }}
    >
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
        >
          {say(one.state === 'called' ? 'minutes.open' : 'minutes.keep')}
        </Button>
      </p>
    </form>
  )
}
