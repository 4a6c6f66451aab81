import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useDocuments } from '../api/documents.ts'
import { useMay } from '../releases/may.ts'
import { say } from '../texts.ts'
import { byKind, DocumentTable } from './document-table.tsx'
import { findDocuments } from './find-documents.ts'

const NewDocument = lazy(() => import('./new-document.tsx'))

/** Everything that an office edits, with its state. */
export default function DocumentsPage() {
  const found = useDocuments()
  const [wanted, want] = useState('')
  const [isNew, setNew] = useState(false)
  const mayEdit = useMay().edit
  const go = useNavigate()
  const lines = findDocuments(found.data?.documents ?? [], wanted)
  return (
    <>
      <div className="page-head">
        <h1>{say('documents.title')}</h1>
        <Input.Search
          className="find"
          allowClear
          autoFocus
          onSearch={() => {
            const [first] = byKind(lines)
            if (wanted !== '' && first) void go(`/documents/${first.path}`)
          }}
          value={wanted}
          onChange={({ target }) => want(target.value)}
          placeholder={say('documents.find')}
          aria-label={say('documents.find')}
        />
        {mayEdit && <Button onClick={() => setNew(true)}>{say('new.title')}</Button>}
      </div>
      {isNew && found.data && (
        <Suspense>
          <NewDocument lines={found.data.documents} close={() => setNew(false)} />
        </Suspense>
      )}
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && <DocumentTable lines={lines} />}
    </>
  )
}
