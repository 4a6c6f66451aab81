import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'

/** Who asks, and for whom. */
export function WhoCell({ row }: { readonly row: QueueRow }) {
  const { name, phone, forWhom, forWhomLabel, status, statusLabel, transfer, tries, snoozed } = row
  const { unverified } = row
  return (
    <>
      <b>{name ?? say('queue.nobody')}</b>
      {phone && <span className="soft">{phone}</span>}
      <span className="line tight">
        {unverified && <span className="tag strong">{unverified}</span>}
        {forWhom && forWhom !== 'self' && <span className="tag">{forWhomLabel}</span>}
        {status === 'unfinished' && <span className="tag strong">{statusLabel}</span>}
        {transfer && (
          <span className="tag strong">
            {say(`queue.offer.${transfer.direction}`, {
              street:
                transfer.direction === 'in' ? transfer.from.streetName : transfer.to.streetName,
            })}
          </span>
        )}
        {snoozed && (
          <span className="tag">{say('snooze.until_then', { at: moment(snoozed) })}</span>
        )}
        {tries > 0 && <span className="tag">{say('queue.tries', { count: tries })}</span>}
      </span>
    </>
  )
}
