import { useEffect, useMemo } from 'react'
import type { StepMarks } from '../panels.tsx'
import { countOf } from './step-table.tsx'
import { stepsIn } from './steps-in.ts'
import { say } from './texts.ts'
import { LAST_MONTH, type Line, useUsage } from './usage.ts'

type MarksProps = { readonly text: string; readonly give: (marks: StepMarks) => void }

/** The figures of the last month over the steps, in outline and map. */
export default function NumbersMarks({ text, give }: MarksProps) {
  const { flow } = useMemo(() => stepsIn(text), [text])
  const { data } = useUsage(flow, LAST_MONTH)
  useEffect(() => {
    if (data) give(Object.fromEntries(data.lines.map((line) => [line.step, markOf(line)])))
  }, [data, give])
  return null
}

function markOf({ shown, answered, left, alarming }: Line): StepMarks[string] {
  const counts = { shown: countOf(shown), answered: countOf(answered), left: countOf(left) }
  return {
    text: say('mark', counts),
    says: say('mark.says', counts),
    tone: alarming ? 'bad' : 'plain',
  }
}
