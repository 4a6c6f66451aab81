import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ChecksFound } from '../../../core/contract/office/supervision.ts'
import { get } from '../../shared/api/call.ts'
import '../household/household.css'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { CheckItem } from './check-item.tsx'
import { DrawForm } from './draw-form.tsx'
import { QualityTable } from './quality-table.tsx'
import './supervision.css'
import { say } from './texts.ts'

/** 服务督导: samples, verdicts, corrections, and how good the records are. */
export default function SupervisionPage() {
  const found = useQuery({
    queryKey: ['supervision'],
    queryFn: () => get<z.infer<typeof ChecksFound>>('/api/office/supervision'),
  })
  usePageTitle(say('title'))
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading rows={8} />
  const { checks, people, streets, leads } = found.data
  return (
    <div className="file-page supervision">
      <h1>{say('title')}</h1>
      {leads && <DrawForm />}
      <section aria-labelledby="checks">
        <h2 id="checks">{say('list.title')}</h2>
        {checks.length === 0 && <p role="status">{say(leads ? 'list.none' : 'list.none_mine')}</p>}
        <ul className="check-list">
          {checks.map((check) => (
            <CheckItem key={check.id} check={check} leads={leads} />
          ))}
        </ul>
      </section>
      {people.length > 0 && <QualityTable title={say('figures.people')} lines={people} />}
      {streets.length > 0 && <QualityTable title={say('figures.streets')} lines={streets} />}
    </div>
  )
}
