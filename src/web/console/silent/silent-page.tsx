import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { SilentView } from '../../../core/contract/office/silent.ts'
import { shanghai } from '../../../core/time.ts'
import { get } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { GradeCell } from '../household/grade-word.tsx'
import '../household/household.css'
import { ScrollTable } from '../household/scroll-table.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from './texts.ts'

/** 沉默的少数: who needs much, gets nothing and does not ask. */
export default function SilentPage() {
  const found = useQuery({
    queryKey: ['services', 'silent'],
    queryFn: () => get<SilentView>('/api/office/silent'),
  })
  usePageTitle(say('title'))
  const lines = found.data?.households ?? []
  return (
    <div className="file-page">
      <h1>{say('title')}</h1>
      <p className="soft">{say('means')}</p>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && (
        <p role="status">
          {lines.length === 0 ? say('none') : say('count', { count: lines.length })}
        </p>
      )}
      {lines.length > 0 && (
        <ScrollTable label={say('title')}>
          <thead>
            <tr>
              {(['household', 'committee', 'grade', 'served', 'heard', 'adviser'] as const).map(
                (name) => (
                  <th key={name} scope="col">
                    {say(name)}
                  </th>
                ),
              )}
              <th scope="col">{say('visit')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ household: home, served, heard }) => (
              <tr key={home.id}>
                <td>
                  <Link to={`/households/${home.id}`}>
                    {`${home.name ?? say('nobody')} ${home.number}`}
                  </Link>
                </td>
                <td>{home.committee?.name ?? home.street?.name ?? ''}</td>
                <td>
                  <GradeCell grade={home.grade} />
                </td>
                <td>{served ?? say('never')}</td>
                <td>{heard === null ? say('never') : shanghai(Date.parse(heard)).day}</td>
                <td>{home.adviser?.name ?? say('no_adviser')}</td>
                <td>
                  <Link to={`/households/${home.id}/visits`}>{say('visit')}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </div>
  )
}
