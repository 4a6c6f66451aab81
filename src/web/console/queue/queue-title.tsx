import { Input } from 'antd'
import type { QueuePage } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import type { QueueSight } from '../api/desk.ts'
import { isLive } from '../api/live.ts'
import type { Look } from './use-sight.ts'

type Props = {
  readonly title: string
  readonly page: QueuePage | undefined
  readonly sight: QueueSight
  readonly look: Look
}

/** The name of the list, how fresh it is, and the search in it. */
export function QueueTitle({ title, page, sight, look }: Props) {
  const live = useSignal(isLive)
  return (
    <div className="queue-title">
      <h1>{title}</h1>
      <p className="soft" role="status">
        {page &&
          `${say('queue.count', { count: page.counts.all, breached: page.counts.overdue })} · `}
        {say(live ? 'queue.live' : 'queue.polling')}
      </p>
      <Input.Search
        key={sight.q}
        allowClear
        defaultValue={sight.q ?? ''}
        placeholder={say('queue.search')}
        aria-label={say('queue.search')}
        maxLength={40}
        onSearch={(q) => look({ q: q.trim() })}
      />
    </div>
  )
}
