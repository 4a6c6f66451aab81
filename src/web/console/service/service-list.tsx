import { Input } from 'antd'
import { useId, useState } from 'react'
import type { ServiceView } from '../../../core/contract/office/service.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from '../api/office.ts'
import { FormBox } from '../case/form-box.tsx'
import { ServiceItem } from './service-item.tsx'
import { say } from './texts.ts'

type Props = { readonly services: readonly ServiceView[]; readonly alone?: boolean }

/** Service records, each of which can be taken back with a reason. */
export function ServiceList({ services, alone = false }: Props) {
  const [chosen, choose] = useState<ServiceView | null>(null)
  return (
    <>
      <ul className="file-list">
        {services.map((each) => (
          <ServiceItem key={each.id} service={each} alone={alone} strike={() => choose(each)} />
        ))}
      </ul>
      {chosen && <StrikeBox service={chosen} close={() => choose(null)} />}
    </>
  )
}

function StrikeBox(props: { readonly service: ServiceView; readonly close: () => void }) {
  const { service, close } = props
  const [reason, setReason] = useState('')
  const id = useId()
  const path = officePath(service.household.id, `/services/${service.id}/strike`)
  const strike = useDeed(
    () => post(path, { version: service.version, reason: reason.trim() }),
    ['services'],
  )
  return (
    <FormBox
      title={say('service.strike_title')}
      ok={say('service.strike')}
      busy={strike.isPending}
      ready={reason.trim() !== ''}
      cancel={close}
      submit={() => strike.mutate(undefined, { onSuccess: close })}
    >
      <label htmlFor={id}>{say('service.strike_why')}</label>
      <Input id={id} maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
    </FormBox>
  )
}
