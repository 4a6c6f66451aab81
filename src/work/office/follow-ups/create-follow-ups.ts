import { RHYTHMS } from '../../../core/casework/follow-up.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { FollowUps } from '../../ports/follow-ups.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { OfficeParts } from '../parts.ts'
import { withHeads } from '../with-heads.ts'
import { finishFollowUp } from './finish-follow-up.ts'
import { leaveFollowUp } from './leave-follow-up.ts'
import { listFollowUps } from './list-follow-ups.ts'
import { moveFollowUp } from './move-follow-up.ts'
import { openFollowUp } from './open-follow-up.ts'

export type FollowUpParts = Pick<OfficeParts, 'files' | 'now' | 'town'>

/** Follow-ups (回访) over the files of households. */
export function createFollowUps(parts: FollowUpParts): FollowUps {
  const { files, now } = parts
  const lineOf = async (staff: Staff, record: FileRecord) => {
    const [line] = await withHeads(files, staff, [record])
    if (!line) throw problem('not_found', { record: record.id })
    return line
  }
  return {
    list: (staff, ask) => listFollowUps(files, staff, ask),
    ofHousehold: async (staff, household) =>
      withHeads(files, staff, await files.listRecords(staff, household, ['follow_up'])),
    openOne: (staff, household, id) => openFollowUp(parts, staff, household, id),
    add: async (staff, household, { id, dueOn, rhythm, reason }) => {
      const series = rhythm === null ? {} : { start: dueOn, rhythm: RHYTHMS[rhythm], nth: 0 }
      // Through its newest case the bot can ask before the visit.
      const { cases } = await files.openHousehold(staff, household)
      const newest = cases.findLast(({ status }) => status !== 'withdrawn')
      const record = await files.addRecord(staff, household, {
        ...{ id, kind: 'follow_up', dueOn, owner: staff.id, case: newest?.id ?? null },
        detail: { ground: 'by_hand', ...series },
        body: { reason, addedOn: shanghai(now()).day },
      })
      return lineOf(staff, record)
    },
    move: async (staff, at, to) => lineOf(staff, await moveFollowUp(files, staff, at, to)),
    finish: async (staff, at, what) => {
      const { done, next, worse } = await finishFollowUp(parts, staff, at, what)
      return { ...(await lineOf(staff, done)), next, worse }
    },
    leave: async (staff, at, why) => lineOf(staff, await leaveFollowUp(files, staff, at, why)),
  }
}
