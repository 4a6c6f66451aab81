import { problem } from '../../../core/errors.ts'
import type { Day } from '../../../core/time.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { LinkAnswer } from '../../ports/outside-links.ts'
import type { LinkSays } from '../../ports/referrals.ts'
import { bodyOf, detailOf } from './outside-record.ts'

/** What the answer of who holds the link makes of the record. One that is not open takes no more. */
export function linkAnswer(found: FileRecord, says: LinkSays, today: Day): LinkAnswer {
  if (!found.open || found.state === 'returned') throw problem('not_found')
  return found.kind === 'subtask' ? ofSubtask(found, says) : ofReferral(found, says, today)
}

function ofSubtask(found: FileRecord, says: LinkSays): LinkAnswer {
  if (says.act === 'accept') throw problem('bad_request', { field: 'act' })
  const result = says.act === 'done' ? 'done' : 'not_possible'
  const reason = says.act === 'return' ? { reason: says.reason } : {}
  return {
    last: true,
    change: {
      state: 'answered',
      detail: { ...detailOf(found), result, ...reason },
      body: { ...bodyOf(found), answer: says.words },
    },
  }
}

function ofReferral(found: FileRecord, says: LinkSays, today: Day): LinkAnswer {
  const detail = detailOf(found)
  const body = bodyOf(found)
  switch (says.act) {
    case 'accept':
      return { last: false, change: { state: 'accepted', dueOn: null } }
    case 'done': {
      if (found.state === 'sent') throw problem('bad_request', { field: 'act' })
      const { amount, words } = says
      return { last: true, change: { state: 'done', amount, body: { ...body, answer: words } } }
    }
    case 'return': {
      const { reason, words } = says
      // It comes back to the adviser who sent it, to be dealt with today.
      const back = { state: 'returned', dueOn: today, detail: { ...detail, reason } }
      return { last: true, change: { ...back, body: { ...body, answer: words } } }
    }
    default:
      return says satisfies never
  }
}
