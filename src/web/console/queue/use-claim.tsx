import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import type { Claimed } from '../../../core/contract/desk/acts.ts'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { get, post, sentenceOf } from '../../shared/api/call.ts'
import { say } from '../../shared/texts.ts'

/** The claim itself may have moved the case on (the resident is told): so with the version of now. */
async function release(number: string): Promise<void> {
  const { version } = (await get<CaseView>(`/api/desk/cases/${number}`)).case
  await post(`/api/desk/cases/${number}/unclaim`, { version })
}

type Taken = z.infer<typeof Claimed>
type Row = Pick<QueueRow, 'number' | 'version'>

/** Seconds in which a claim can be taken back (the API holds the same limit). */
const UNDO = 10

/** The newest claim, wherever on the page it was made. */
let last: Taken | null = null

/** Claims a case; for 10 s it can be undone. Who was slower reads who has it. */
export function useClaim() {
  const queries = useQueryClient()
  const { notification } = App.useApp()
  const go = useNavigate()
  const refresh = () =>
    Promise.all(['queue', 'case'].map((key) => queries.invalidateQueries({ queryKey: [key] })))

  async function claim({ number, version }: Row): Promise<boolean> {
    try {
      last = await post<Taken>(`/api/desk/cases/${number}/claim`, { version })
      tell(last)
      return true
    } catch (error) {
      notification.warning({ title: number, description: sentenceOf(error), duration: 8 })
      return false
    } finally {
      await refresh()
    }
  }

  function tell({ number }: Taken) {
    notification.success({
      key: number,
      title: say('queue.claimed', { number }),
      duration: UNDO,
      actions: (
        <span className="line">
          <Button onClick={() => open(number)}>{say('queue.open')}</Button>
          <Button onClick={() => void undo()}>{say('queue.undo')}</Button>
        </span>
      ),
    })
  }

  function open(number: string) {
    notification.destroy(number)
    void go(`/cases/${number}`)
  }

  async function undo() {
    const taken = last
    if (taken === null) return
    last = null
    notification.destroy(taken.number)
    const { number } = taken
    await release(number).then(
      () => notification.info({ title: say('queue.undone', { number }), duration: 4 }),
      (error: unknown) => notification.warning({ title: number, description: sentenceOf(error) }),
    )
    await refresh()
  }

  return { claim, undo }
}
