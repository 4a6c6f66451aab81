import { Segmented } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'

type Group = CaseView['timeline'][number]['group'] | 'all'

const GROUPS: readonly Group[] = [
  'all',
  'contact',
  'assessment',
  'routing',
  'talk',
  'note',
  'system',
]

/** The timeline (时间线), newest first, by kind. */
export function HistoryPanel({ found: { timeline } }: { readonly found: CaseView }) {
  const [group, choose] = useState<Group>('all')
  const lines = timeline.filter((line) => group === 'all' || line.group === group)
  const there = GROUPS.filter(
    (each) => each === 'all' || timeline.some((line) => line.group === each),
  )
  return (
    <section aria-labelledby="history" className="history">
      <h2 id="history">{say('case.history')}</h2>
      <Segmented<Group>
        size="small"
        value={group}
        onChange={choose}
        aria-label={say('case.history')}
        options={there.map((value) => ({ value, label: say(`history.${value}`) }))}
      />
      <ol>
        {[...lines].reverse().map((line) => (
          <li key={line.seq}>
            <time dateTime={line.at}>{moment(line.at)}</time>
            <span>
              {line.by && <b>{line.by} </b>}
              {line.sentence}
              {line.words && <q>{line.words}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
