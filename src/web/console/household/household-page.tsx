import { useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Navigate, NavLink, useNavigate, useParams } from 'react-router'
import { isFailure } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useHousehold } from '../api/office.ts'
import { useKeys } from '../keys/use-keys.ts'
import NotHere from '../parts/not-here.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import './household.css'
import { HouseholdHead } from './household-head.tsx'
import { TABS } from './tabs.ts'
import { say } from './texts.ts'
import { ViewerMark } from './viewer-mark.tsx'

/** The file of one household (一户一档): its head, and one of its parts. */
export default function HouseholdPage() {
  const { household = '', tab = 'overview' } = useParams()
  const queries = useQueryClient()
  const go = useNavigate()
  const found = useHousehold(household)
  usePageTitle(say('title'))
  const newest = found.data?.cases.at(-1)?.number
  useKeys({
    plan: () => go(`/households/${household}/plan`),
    visits: () => go(`/households/${household}/visits`),
    back: () => newest && go(`/cases/${newest}`),
  })
  if (isFailure(found.error) && found.error.status === 404) return <NotHere />
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading rows={10} />
  // Opened by the number of a case, or as what was joined to another: the address is that of the file.
  if (found.data.id !== household) {
    queries.setQueryData(['household', found.data.id], found.data)
    return <Navigate replace to={`/households/${found.data.id}/${tab}`} />
  }
  const part = TABS.find(({ key }) => key === tab)
  if (!part) return <NotHere />
  return (
    <div className="file-page">
      <ViewerMark />
      <HouseholdHead head={found.data} />
      <nav className="file-tabs" aria-label={say('tabs.label')}>
        {TABS.map(({ key }) => (
          <NavLink key={key} to={`/households/${household}/${key}`} aria-current={key === tab}>
            {say(`tab.${key}`)}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <part.Body head={found.data} />
      </Suspense>
    </div>
  )
}
