import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'

type Props = { readonly row: QueueRow; readonly claim: () => void }

/** What is done next with this row: claimed, called back, opened; or who has it. */
export function RowAct({ row, claim }: Props) {
  const { number, claimed, status, transfer } = row
  const go = useNavigate()
  if (transfer?.direction === 'in' && !claimed?.mine) {
    return (
      <Button onClick={() => go(`/cases/${number}?do=accept`)}>{say('queue.look_transfer')}</Button>
    )
  }
  if (claimed?.mine) {
    return (
      <Button
        aria-label={say('queue.open_named', { number })}
        onClick={() => go(`/cases/${number}`)}
      >
        {say('queue.open')}
      </Button>
    )
  }
  const word = say(status === 'unfinished' ? 'queue.claim_call' : 'queue.claim')
  if (claimed) return <span className="soft">{say('queue.taken', { name: claimed.name })}</span>
  return (
    <Button type="primary" aria-label={`${word} ${number}`} onClick={claim}>
      {word}
    </Button>
  )
}
