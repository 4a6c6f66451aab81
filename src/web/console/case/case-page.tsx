import { useEffect } from 'react'
import { useParams } from 'react-router'
import { isFailure } from '../api/call.ts'
import { useCase } from '../api/desk.ts'
import { Loading } from '../parts/loading.tsx'
import NotHere from '../parts/not-here.tsx'
import { TroubleBox } from '../parts/trouble-box.tsx'
import { say } from '../texts.ts'
import './case.css'
import { Workspace } from './workspace.tsx'

/** One case: what was said, why this grade, who lives there, what happened. */
export default function CasePage() {
  const { number = '' } = useParams()
  const found = useCase(number)
  useEffect(() => {
    document.title = `${number} · ${say('name')}`
    document.body.classList.add('case-open')
    return () => {
      document.title = say('name')
      document.body.classList.remove('case-open')
    }
  }, [number])
  if (found.data) return <Workspace key={number} found={found.data} />
  if (isFailure(found.error) && found.error.status === 404) return <NotHere />
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  return <Loading rows={10} />
}
