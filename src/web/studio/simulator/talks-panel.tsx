import { useMemo } from 'react'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import type { PanelProps } from '../panels.tsx'
import { Coverage, TalkResults } from './talk-results.tsx'
import { useRehearsal } from './use-rehearsal.ts'
import { useRun } from './use-run.ts'
import './simulator.css'

/** The stored talks on the text as it is written: of this file, or of all files where this is a flow. */
export default function TalksPanel({ path, kind, text, select }: PanelProps) {
  const rehearsal = useRehearsal()
  const stored = rehearsal.data?.talks
  const isTalks = kind === 'talks'
  const own = useMemo(() => (isTalks ? { [path]: text } : null), [isTalks, path, text])
  const talks = (stored && own) ?? stored ?? null
  const run = useRun(talks, isTalks ? null : { path, text })
  if (rehearsal.isError)
    return <TroubleBox error={rehearsal.error} again={() => void rehearsal.refetch()} />
  const flow = /^id: *(\w+)/m.exec(text)?.[1]
  const covered = run.run?.covered.filter((each) => each.flow === flow) ?? []
  const names = run.run?.results.map(({ name }) => name) ?? []
  return (
    <section className="simulator">
      <TalkResults {...run} />
      {covered.length > 0 && <Coverage {...{ covered, names, select }} />}
    </section>
  )
}
