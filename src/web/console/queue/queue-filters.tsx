import type { QueuePage } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import type { Me, QueueSight } from '../api/desk.ts'
import type { Look } from './use-sight.ts'

type Props = {
  readonly me: Me
  readonly page: QueuePage | undefined
  readonly sight: QueueSight
  readonly look: Look
}

/** [全部 12][超时 3][今天内 2]…: each with how many there are. */
export function QueueFilters({ me, page, sight, look }: Props) {
  const all = { code: '', label: say('queue.all') }
  const counts: Readonly<Record<string, number>> = page?.counts ?? {}
  // What I put aside is out of my list only.
  const filters = me.lists.filter.filter(
    ({ code }) => code !== 'snoozed' || sight.status === 'mine',
  )
  return (
    <fieldset className="filters">
      <legend className="hidden-words">{say('queue.filters')}</legend>
      {[all, ...filters].map(({ code, label }) => (
        <button
          key={code}
          type="button"
          aria-pressed={(sight.filter ?? '') === code}
          onClick={() => look({ filter: code })}
        >
          {label} <b>{counts[code || 'all']}</b>
        </button>
      ))}
    </fieldset>
  )
}
