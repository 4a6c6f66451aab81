import { Alert } from 'antd'
import { useParams } from 'react-router'
import { isFailure } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../documents/moment.ts'
import { type Release, useChecks, useRelease } from './api.ts'
import { ChangesView } from './changes-view.tsx'
import { ChecksView } from './checks-view.tsx'
import { DecideBox } from './decide-box.tsx'
import { isWaiting } from './may.ts'
import { PlanView } from './plan-view.tsx'
import { ReplayView } from './replay-view.tsx'
import { say } from './texts.ts'

/** One release: what it changes, what it would do to people, and who decides. */
export function ReleasePage() {
  const number = Number(useParams().number)
  const found = useRelease(number)
  const waits = found.data !== undefined && isWaiting(found.data.release)
  const { error } = useChecks(number, waits)
  const isOvertaken = isFailure(error) && error.trouble.code === 'stale'
  if (found.isError) return <TroubleBox error={found.error} again={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { release, texts } = found.data
  return (
    <div className="release">
      <Head release={release} />
      <section aria-labelledby="changes">
        <h2 id="changes">{say('changes.title')}</h2>
        <ChangesView texts={texts} />
      </section>
      {isOvertaken && <Alert type="warning" showIcon title={say('overtaken')} />}
      {!isOvertaken && <ChecksView release={release} />}
      {isWaiting(release) && !isOvertaken && (
        <>
          <PlanView key={JSON.stringify(release.moves)} opened={found.data} />
          <ReplayView release={release} />
        </>
      )}
      <DecideBox release={release} />
    </div>
  )
}

function Head({ release }: { readonly release: Release }) {
  const { number, state, note, by, at, decidedBy, decidedAt, decision } = release
  const { publishAt, publishedAt, of, failed } = release
  return (
    <header>
      <div className="page-head">
        <h1>{say('number', { number })}</h1>
        <span className={`state ${state}`}>{say(`state.${state}`)}</span>
      </div>
      {failed && <Alert type="error" showIcon title={say(`failed.${failed}`)} />}
      {of !== null && <p>{of === 0 ? say('of_shipped') : say('of', { number: of })}</p>}
      <p className="said">{say('said', { words: note })}</p>
      <p className="soft">{say('by', { name: by, at: moment(at) })}</p>
      {decidedBy !== null && decidedAt !== null && (
        <p className="soft">
          {say('decided', { name: decidedBy, state: say(`state.${state}`), at: moment(decidedAt) })}{' '}
          {decision && say('said', { words: decision })}
        </p>
      )}
      {publishAt !== null && publishedAt === null && (
        <p>{say('goes_live', { at: moment(publishAt) })}</p>
      )}
      {publishedAt !== null && <p className="soft">{say('live', { at: moment(publishedAt) })}</p>}
    </header>
  )
}
