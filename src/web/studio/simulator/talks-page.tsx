import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { FromCase } from './from-case.tsx'
import { Coverage, TalkResults } from './talk-results.tsx'
import { say } from './texts.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { useRun } from './use-run.ts'
import './simulator.css'

/** All stored talks of the house, drafts among them, and what they come by (测试对话). */
export default function TalksPage() {
  const rehearsal = useRehearsal()
  const run = useRun(rehearsal.data?.talks ?? null, null)
  if (rehearsal.isError)
    return <TroubleBox error={rehearsal.error} again={() => void rehearsal.refetch()} />
  const names = run.run?.results.map(({ name }) => name) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('page.talks')}</h1>
      </div>
      <div className="simulator">
        {rehearsal.data ? <TalkResults {...run} /> : <Loading />}
        {rehearsal.data && <FromCase talks={rehearsal.data.talks} />}
        {run.run && <Coverage covered={run.run.covered} names={names} />}
      </div>
    </>
  )
}
