import { Link, Route, Routes } from 'react-router'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { useDocuments } from '../api/documents.ts'
import { moment } from '../documents/moment.ts'
import { type Release, useReleases } from './api.ts'
import { BringBack } from './bring-back.tsx'
import { ConflictsPage } from './conflicts-page.tsx'
import { useMay } from './may.ts'
import { PeoplePage } from './people-page.tsx'
import { ReleasePage } from './release-page.tsx'
import { say } from './texts.ts'
import './releases.css'

/** Releases (发布): all of them, one of them, and what an upgrade brought under them. */
export default function ReleasesPage() {
  return (
    <Routes>
      <Route path="conflicts" element={<ConflictsPage />} />
      <Route path="people" element={<PeoplePage />} />
      <Route path=":number" element={<ReleasePage />} />
      <Route path="*" element={<List />} />
    </Routes>
  )
}

function List() {
  const found = useReleases()
  const may = useMay()
  const conflicts = useDocuments().data?.documents.filter(({ conflict }) => conflict).length ?? 0
  const releases = found.data?.releases ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        {may.edit && <Link to="/releases/people">{say('people.open')}</Link>}
        {conflicts > 0 && (
          <Link to="/releases/conflicts">{say('conflicts.count', { count: conflicts })}</Link>
        )}
      </div>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && <Now releases={releases} />}
      {found.data && releases.length === 0 && <p>{say('find_none')}</p>}
      {releases.length > 0 && <ReleaseTable releases={releases} />}
    </>
  )
}

/** What is in force, and the way back to what was in force before it. */
function Now({ releases }: { readonly releases: readonly Release[] }) {
  const may = useMay()
  const now = releases.find(({ state }) => state === 'published')
  const before = releases.find(({ state }) => state === 'replaced')?.number ?? 0
  const back =
    before === 0 ? say('decide.previous_shipped') : say('decide.previous', { number: before })
  return (
    <p className="in-force">
      {now ? say('now', { number: now.number }) : say('now_shipped')}{' '}
      {now && may.decide && (
        <BringBack key={before} number={before}>
          {back}
        </BringBack>
      )}
    </p>
  )
}

function ReleaseTable({ releases }: { readonly releases: readonly Release[] }) {
  return (
    <table className="documents releases">
      <thead>
        <tr>
          <th scope="col">{say('col.number')}</th>
          <th scope="col">{say('col.state')}</th>
          <th scope="col">{say('col.note')}</th>
          <th scope="col">{say('col.by')}</th>
          <th scope="col">{say('col.decided')}</th>
          <th scope="col">{say('col.documents')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <Row key={release.number} release={release} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ release }: { readonly release: Release }) {
  const { number, state, note, by, at, decidedBy, decidedAt, paths, publishAt, failed } = release
  return (
    <tr>
      <td>
        <Link to={`/releases/${number}`}>{say('number', { number })}</Link>
      </td>
      <td>
        <span className={`state ${state}`}>{say(`state.${state}`)}</span>{' '}
        {state === 'approved' && publishAt !== null && say('goes_live', { at: moment(publishAt) })}
        {failed && <span className="bad">{say(`failed.${failed}`)}</span>}
      </td>
      <td className="said">{note}</td>
      <td data-label={say('col.by')}>
        {by}
        <br />
        <span className="soft">{moment(at)}</span>
      </td>
      <td data-label={decidedBy === null ? '' : say('col.decided')}>
        {decidedBy}
        <br />
        <span className="soft">{decidedAt && moment(decidedAt)}</span>
      </td>
      <td className="path">{paths.join(' ')}</td>
    </tr>
  )
}
