import { Button } from 'antd'
import { useState } from 'react'
import { addMonths } from '../../../core/routing/follow-up.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import { serverNow } from '../api/server-time.ts'
import { useServices } from '../api/visits.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useStreet } from '../shell/use-street.ts'
import { ServiceList } from './service-list.tsx'
import { say } from './texts.ts'

/** 服务记录: what was done for whom, month by month. */
export default function ServicesPage() {
  const [street] = useStreet()
  const [first, turn] = useState(() => `${shanghai(serverNow()).day.slice(0, 7)}-01`)
  const found = useServices(first, addDays(addMonths(first, 1), -1), street)
  usePageTitle(say('service.page'))
  const services = found.data?.services ?? []
  return (
    <div className="file-page">
      <div className="line between">
        <h1>{say('service.page')}</h1>
        <div className="line">
          <Button onClick={() => turn(addMonths(first, -1))}>{say('followup.prev')}</Button>
          <span>{first.slice(0, 7)}</span>
          <Button onClick={() => turn(addMonths(first, 1))}>{say('followup.next')}</Button>
        </div>
      </div>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && (
        <p role="status">
          {say('service.count', { count: services.length })}{' '}
          {say('service.visits', { count: found.data.visits })}
        </p>
      )}
      {found.data && services.length === 0 && <p className="empty">{say('service.none')}</p>}
      <ServiceList services={services} />
    </div>
  )
}
