import { App, Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { BulkDone } from '../../../core/contract/desk/acts.ts'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { useMe } from '../api/desk.ts'
import { TransferBox, type TransferTo } from '../case/transfer-box.tsx'
import { OverLimit } from './over-limit.tsx'

type Props = { readonly rows: readonly QueueRow[]; readonly done: () => void }

type Answer = z.infer<typeof BulkDone>

/** 选 2 项: claim or pass on many at once; what did not work is told one by one. */
export function BulkBar({ rows, done }: Props) {
  const { notification } = App.useApp()
  const me = useMe().data
  const [asking, ask] = useState(false)
  const cases = rows.map(({ number, version }) => ({ number, version }))
  const finish = ({ done: worked, failed }: Answer) => {
    const counts = { done: worked.length, failed: failed.length }
    const description = failed.map(({ number, message }) => (
      <div key={number}>{`${number} ${message}`}</div>
    ))
    const show = failed.length > 0 ? notification.warning : notification.success
    show({
      title: say('queue.bulk_done', counts),
      description,
      duration: failed.length > 0 ? 0 : 6,
    })
    ask(false)
    done()
  }
  const claim = useDeed(
    () => post<Answer>('/api/desk/bulk/claim', { cases }).then(finish),
    ['queue'],
  )
  const transfer = useDeed(
    (to: TransferTo) => post<Answer>('/api/desk/bulk/transfer', { cases, ...to }).then(finish),
    ['queue'],
  )
  return (
    <section className="bulk-bar" aria-label={say('queue.bulk')}>
      <b role="status">{say('queue.chosen', { count: rows.length })}</b>
      {me && <OverLimit me={me} more={rows.filter((row) => row.claimed === null).length} />}
      <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate()}>
        {say('queue.bulk_claim')}
      </Button>
      <Button onClick={() => ask(true)}>{say('queue.bulk_transfer')}</Button>
      <Button type="text" onClick={done}>
        {say('queue.unchoose')}
      </Button>
      {asking && (
        <TransferBox
          busy={transfer.isPending}
          cancel={() => ask(false)}
          transfer={(to) => transfer.mutate(to)}
        />
      )}
    </section>
  )
}
