import { Button } from 'antd'
import { say } from '../../shared/texts.ts'
import type { QueueSight } from '../api/desk.ts'
import type { Look } from './use-sight.ts'

type Props = {
  readonly sight: QueueSight
  readonly next: string | null
  readonly look: Look
}

/** Further down the queue, and back to its head. */
export function Pager({ sight, next, look }: Props) {
  if (next === null && !sight.after) return null
  return (
    <nav className="pager" aria-label={say('queue.pages')}>
      {sight.after && <Button onClick={() => look({ after: '' })}>{say('queue.first')}</Button>}
      {next !== null && <Button onClick={() => look({ after: next })}>{say('queue.more')}</Button>}
    </nav>
  )
}
