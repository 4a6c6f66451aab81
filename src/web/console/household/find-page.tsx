import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useFoundHouseholds } from '../api/office.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { GradeCell } from './grade-word.tsx'
import './household.css'
import { say } from './texts.ts'

/** Finding the file of a household by name, number or the end of a phone number. */
export default function FindPage() {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('q')?.trim() ?? ''
  const [typed, type] = useState(asked)
  const found = useFoundHouseholds(asked)
  usePageTitle(say('find.title'))
  return (
    <div className="file-page">
      <h1>{say('find.title')}</h1>
      <search>
        <form
          className="file-find"
          onSubmit={(event) => {
            event.preventDefault()
            setSearch(typed.trim() ? { q: typed.trim() } : {})
          }}
        >
          <label htmlFor="file-find">{say('find.label')}</label>
          <Input id="file-find" value={typed} onChange={(event) => type(event.target.value)} />
          <Button type="primary" htmlType="submit">
            {say('find.go')}
          </Button>
        </form>
      </search>
      {asked === '' && <p className="soft">{say('find.start')}</p>}
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isLoading && <Loading />}
      {found.data?.households.length === 0 && <p role="status">{say('find.none')}</p>}
      <ul className="file-list">
        {found.data?.households.map((head) => (
          <li key={head.id}>
            <Link to={`/households/${head.id}`}>
              {head.name ?? say('unknown')} {head.number}
            </Link>{' '}
            <GradeCell grade={head.grade} /> <span className="soft">{head.committee?.name}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
