import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useOpened } from '../api/documents.ts'
import { DocumentRoom } from './document-room.tsx'

/** One document: /studio/documents/flows/help-request.yaml */
export default function DocumentPage() {
  const { '*': path = '' } = useParams()
  const opened = useOpened(path)
  const rewrite = useRewrite()
  if (opened.isError) return <TroubleBox error={opened.error} again={() => void opened.refetch()} />
  if (!opened.data) return <Loading />
  return <DocumentRoom key={path} opened={opened.data} rewrite={rewrite} />
}

/** The text that whoever led here wants to begin with; once: opening the page anew shows what is there. */
function useRewrite(): string | undefined {
  const { state, pathname } = useLocation()
  const go = useNavigate()
  const [given] = useState((state as { readonly rewrite?: string } | null)?.rewrite)
  useEffect(() => {
    if (given !== undefined) void go(pathname, { replace: true })
  }, [given, go, pathname])
  return given
}
