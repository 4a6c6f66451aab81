import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ConsultationView } from '../../../core/contract/office/consultation.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'
import '../household/household.css'
import { DayField } from '../plan/plain-fields.tsx'
import '../plan/plan.css'
import { usePageTitle } from '../shell/page-title.ts'
import { CHANGED, type Material, type Member } from './consultation-api.ts'
import { LongField, MaterialFields } from './material-fields.tsx'
import { aMember, MemberFields } from './member-fields.tsx'
import { say } from './texts.ts'

/** 发起会诊: the question, who is asked, and what they may read. */
export default function CallPage() {
  const { household = '' } = useParams()
  const [id] = useState(uuid)
  const [question, setQuestion] = useState('')
  const [dueOn, setDue] = useState<string | null>(null)
  const [members, setMembers] = useState<readonly Member[]>(() => [aMember()])
  const [materials, setMaterials] = useState<readonly Material[]>([])
  const go = useNavigate()
  usePageTitle(say('consult.call'))
  const call = useDeed(async () => {
    const path = officePath(household, '/consultations')
    const what = { id, question, dueOn, members: named(members), materials: titled(materials) }
    await post<ConsultationView>(path, what)
    void go(`/consultations/${id}`)
  }, CHANGED)
  const ready = question.trim() !== '' && named(members).length > 0
  return (
    <form
      className="file-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !call.isPending) call.mutate()
      }}
    >
      <h1>{say('consult.call')}</h1>
      <LongField {...{ label: say('consult.question'), value: question, change: setQuestion }} />
      <DayField {...{ label: say('conclude.due'), value: dueOn, change: setDue }} />
      <MemberFields members={members} change={setMembers} />
      <MaterialFields materials={materials} change={setMaterials} />
      <p className="line end">
        <Button type="primary" htmlType="submit" loading={call.isPending} disabled={!ready}>
          {say('consult.call')}
        </Button>
      </p>
    </form>
  )
}

/** Lines that were left empty are not sent. */
export const named = (members: readonly Member[]) =>
  members.filter(({ name }) => name.trim() !== '')

export const titled = (materials: readonly Material[]) =>
  materials.filter(({ title }) => title.trim() !== '')
