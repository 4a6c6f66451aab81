import { Suspense, useState } from 'react'
import type { MARKS, StepMarks } from '../panels.tsx'
import { say } from '../texts.ts'

type Props = {
  readonly sources: typeof MARKS
  readonly path: string
  readonly text: string
  readonly give: (marks: StepMarks) => void
}

/** Which numbers stand over the steps: one kind at a time. */
export function MarkSources({ sources, path, text, give }: Props) {
  const [chosen, choose] = useState('')
  const source = sources.find(({ id }) => id === chosen)
  if (sources.length === 0) return null
  return (
    <>
      <label className="marks">
        {say('marks')}{' '}
        <select
          value={chosen}
          onChange={({ target }) => {
            choose(target.value)
            give({})
          }}
        >
          <option value="">{say('no_marks')}</option>
          {sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {source && (
        <Suspense>
          <source.Marks {...{ path, text, give }} />
        </Suspense>
      )}
    </>
  )
}
