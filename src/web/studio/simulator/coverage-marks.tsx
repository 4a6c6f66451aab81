import { useEffect } from 'react'
import type { StepMarks } from '../panels.tsx'
import { say } from './texts.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { useRun } from './use-run.ts'

type MarksProps = {
  readonly path: string
  readonly text: string
  readonly give: (marks: StepMarks) => void
}

/** How many stored talks come by each step, in outline and map. */
export default function CoverageMarks({ path, text, give }: MarksProps) {
  const { data } = useRehearsal()
  const { run } = useRun(data?.talks ?? null, { path, text })
  const flow = /^id: *(\w+)/m.exec(text)?.[1]
  useEffect(() => {
    if (!run) return
    const own = run.covered.filter((each) => each.flow === flow)
    give(Object.fromEntries(own.map(({ step, talks }) => [step, markOf(talks.length)])))
  }, [run, flow, give])
  return null
}

function markOf(count: number): StepMarks[string] {
  if (count === 0)
    return { text: say('coverage.mark_none'), says: say('coverage.says_none'), tone: 'bad' }
  return {
    text: say('coverage.mark', { count }),
    says: say('coverage.says', { count }),
    tone: 'good',
  }
}
