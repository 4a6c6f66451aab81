import { useEffect } from 'react'
import { useParams } from 'react-router'
import { isFailure } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useCase } from '../api/desk.ts'
import NotHere from '../parts/not-here.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import './case.css'
import { Workspace } from './workspace.tsx'

/** One case: what was said, why this grade, who lives there, what happened. */
export default function CasePage() {
  const { number = '' } = useParams()
  const found = useCase(number)
  usePageTitle(number)
  useEffect(() => {
    document.body.classList.add('case-open')
    return () => {
      document.body.classList.remove('case-open')
    }
  }, [])
  // What one may no longer see (declined, passed on) leaves the screen, too.
  if (isFailure(found.error) && found.error.status === 404) return <NotHere />
  if (found.data) return <Workspace key={number} found={found.data} />
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  return <Loading rows={10} />
}
