import { Link } from 'react-router'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useAidsOf } from '../api/aid.ts'
import { AidList } from './aid-list.tsx'
import { say } from './texts.ts'

/** 急难救助 of one household. */
export default function AidTab({ head }: { readonly head: HouseholdView }) {
  const found = useAidsOf(head.id)
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { aids } = found.data
  return (
    <section aria-labelledby="file-aid">
      <h2 id="file-aid">{say('title')}</h2>
      {aids.length === 0 && <p>{say('tab.none')}</p>}
      <AidList aids={aids} />
      <p>
        <Link to={`/visit/aid/${head.number}`}>{say('tab.begin')}</Link>
      </p>
    </section>
  )
}
