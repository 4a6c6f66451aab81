import { useParams } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useOpened } from '../api/documents.ts'
import { DocumentRoom } from './document-room.tsx'

/** One document: /studio/documents/flows/help-request.yaml */
export default function DocumentPage() {
  const { '*': path = '' } = useParams()
  const opened = useOpened(path)
  if (opened.isError) return <TroubleBox error={opened.error} again={() => void opened.refetch()} />
  return opened.data ? <DocumentRoom key={path} opened={opened.data} /> : <Loading />
}
