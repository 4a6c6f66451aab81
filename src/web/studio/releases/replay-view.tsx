import { Button } from 'antd'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { moment } from '../documents/moment.ts'
import { type Release, type Replayed, useReplay } from './api.ts'
import { groupsOf } from './group-differences.ts'
import { isWaiting } from './may.ts'
import { say } from './texts.ts'

/** The answers of the past on the old and on the new: whose questions, grade or queue change. */
export function ReplayView({ release }: { readonly release: Release }) {
  const replay = useReplay(release.number, isWaiting(release))
  return (
    <section aria-labelledby="replay">
      <h2 id="replay">{say('replay.title')}</h2>
      {replay.isLoading && (
        <p role="status">
          {say('replay.running')} <Loading />
        </p>
      )}
      {replay.isError && <TroubleBox error={replay.error} again={() => void replay.refetch()} />}
      {replay.data && (
        <>
          <Result replay={replay.data} />
          <span className="soft">{say('thought', { at: moment(replay.data.at) })}</span>{' '}
          <Button size="small" loading={replay.isFetching} onClick={replay.again}>
            {say('replay.run')}
          </Button>
        </>
      )}
    </section>
  )
}

const COUNTS = ['path', 'grade', 'queue', 'ends'] as const

function Result({ replay }: { readonly replay: Replayed }) {
  const { real, sample, differences } = replay
  return (
    <>
      <p className="soft">{say('replay.about', { real, sample })}</p>
      {differences.length === 0 && <p>{say('replay.same')}</p>}
      {differences.length > 0 && (
        <>
          <dl className="replay-counts">
            {COUNTS.map((count) => (
              <div key={count}>
                <dt>{say(`replay.${count}`)}</dt>
                <dd className={replay[count] > 0 ? 'some' : ''}>
                  {say('replay.people', { count: replay[count] })}
                </dd>
              </div>
            ))}
          </dl>
          <table className="documents">
            <thead>
              <tr>
                <th scope="col">{say('plan.count')}</th>
                <th scope="col">{say('replay.differs')}</th>
              </tr>
            </thead>
            <tbody>
              {groupsOf(differences).map(({ words, talks }) => (
                <tr key={words}>
                  <td>{talks.length}</td>
                  <td>
                    {words}
                    <span className="soft"> {numbersIn(talks)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

/** The first few, to be found again in another replay of the same talks. */
function numbersIn(talks: readonly number[]): string {
  const shown = talks.slice(0, 5).join('、')
  return say('replay.numbers', { numbers: talks.length > 5 ? `${shown}……` : shown })
}
