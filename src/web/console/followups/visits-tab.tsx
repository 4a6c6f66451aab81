import { Button } from 'antd'
import { useState } from 'react'
import { isAtHome } from '../../../core/casework/service-lists.ts'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { useFollowUpsOf, useServicesOf } from '../api/visits.ts'
import { ServiceList } from '../service/service-list.tsx'
import { say } from '../service/texts.ts'
import { AddBox } from './add-box.tsx'
import { FollowUpList } from './follow-up-list.tsx'

/** 回访和服务: what is due for this household, and what was done. */
export default function VisitsTab({ head }: { readonly head: HouseholdView }) {
  const followUps = useFollowUpsOf(head.id)
  const services = useServicesOf(head.id)
  const [adding, add] = useState(false)
  const done = (services.data?.services ?? []).filter(({ state }) => state === 'done')
  const visits = done.filter(({ type }) => isAtHome(type)).length
  if (!followUps.data || !services.data) return <Loading />
  const { followUps: all } = followUps.data
  return (
    <>
      <section aria-labelledby="visits-due">
        <div className="line between">
          <h2 id="visits-due">{say('tab.followups')}</h2>
          <Button onClick={() => add(true)}>{say('followup.add')}</Button>
        </div>
        {all.length === 0 && <p className="soft">{say('followup.open_first')}</p>}
        <FollowUpList alone followUps={[...all].sort((a, b) => Number(b.open) - Number(a.open))} />
      </section>
      <section aria-labelledby="visits-done">
        <h2 id="visits-done">{say('tab.services')}</h2>
        <p>{say('tab.counter', { count: done.length, visits })}</p>
        <ServiceList alone services={services.data.services} />
      </section>
      {adding && <AddBox household={head.id} close={() => add(false)} />}
    </>
  )
}
