import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { HouseholdView } from '../../../core/contract/office/household.ts'
import type {
  TimelineLine,
  TimelineView,
} from '../../../core/contract/office/household-timeline.ts'
import { moment } from '../parts/moment.ts'
import { ChosenField } from './file-fields.tsx'
import { Shown } from './shown.tsx'
import { say } from './texts.ts'
import { usePart } from './use-part.ts'
import { wordOf } from './word-of.ts'

/** Lines on the screen at once; the rest at a press. */
const PAGE = 60

/** 往来: all that happened, newest first. */
export default function TimelineTab({ head }: { readonly head: HouseholdView }) {
  const found = usePart<z.infer<typeof TimelineView>>(head.id, 'timeline')
  const [group, choose] = useState('')
  const [most, setMost] = useState(PAGE)
  return (
    <section aria-labelledby="file-timeline">
      <h2 id="file-timeline">{say('tab.timeline')}</h2>
      <Shown of={found}>
        {({ lines }) => {
          const groups = [...new Set(lines.map((line) => line.group))]
          const shown = lines.filter((line) => group === '' || line.group === group)
          return (
            <>
              <div className="file-filter">
                <ChosenField
                  label={say('timeline.filter')}
                  value={group}
                  change={choose}
                  options={[
                    ['', say('timeline.all')],
                    ...groups.map((each) => [each, wordOf('group', each)] as const),
                  ]}
                />
              </div>
              <ol className="file-list">
                {shown.slice(0, most).map((line) => (
                  <li key={line.id}>
                    <time dateTime={line.at}>{moment(line.at)}</time> {sentenceOf(line)}{' '}
                    {line.words && <q>{line.words}</q>}{' '}
                    {line.number && <Link to={`/cases/${line.number}`}>{line.number}</Link>}
                  </li>
                ))}
              </ol>
              {shown.length > most && (
                <button type="button" className="as-link" onClick={() => setMost(most + PAGE)}>
                  {say('timeline.more', { count: shown.length - most })}
                </button>
              )}
            </>
          )
        }}
      </Shown>
    </section>
  )
}

/** Who did what with which kind of record. */
function sentenceOf({ sentence, by, kind, state, version }: TimelineLine): string {
  if (sentence !== null) return sentence
  const values = { by: by ?? say('timeline.house'), kind: wordOf('group', kind) }
  const standing = wordOf(`state_${kind}`, state ?? '')
  const key = version === 1 ? 'timeline.added' : 'timeline.changed'
  return standing === state ? say(key, values) : say(`${key}_to`, { ...values, state: standing })
}
