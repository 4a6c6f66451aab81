import { Button } from 'antd'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import type { OpenBox } from './use-box.ts'

type Props = {
  readonly transfer: NonNullable<CaseView['case']['transfer']>
  readonly acts: CaseView['acts']
  readonly open: OpenBox
}

/** A transfer that waits: from whom, why, and whether to take it. The old owner keeps the clock until then. */
export function TransferNotice({ transfer, acts, open }: Props) {
  const { from, to, reasonLabel, note, at, direction } = transfer
  const values = {
    from: [from.streetName, from.person].filter(Boolean).join(' '),
    to: [to.streetName, to.person].filter(Boolean).join(' '),
    reason: reasonLabel,
    at: moment(at),
  }
  return (
    <div className="note">
      <p>{say(`transfer.${direction}`, values)}</p>
      {note && <blockquote>{note}</blockquote>}
      <div className="line">
        {acts.includes('accept_transfer') && (
          <Button type="primary" onClick={() => open('accept')}>
            {say('transfer.accept')}
          </Button>
        )}
        {acts.includes('decline_transfer') && (
          <Button onClick={() => open('decline')}>{say('transfer.decline')}</Button>
        )}
      </div>
    </div>
  )
}
