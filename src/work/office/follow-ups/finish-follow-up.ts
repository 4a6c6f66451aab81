import { nextOfSeries, seriesOf } from '../../../core/casework/follow-up.ts'
import { problem } from '../../../core/errors.ts'
import { INDICATORS, type IndicatorCode } from '../../../core/indicators.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { DoneFollowUp, FollowUpAt } from '../../ports/follow-ups.ts'
import type { FileRecord, NewRecord } from '../../ports/household-files.ts'
import type { FollowUpParts } from './create-follow-ups.ts'
import { findFollowUp } from './find-follow-up.ts'

/**
 * A follow-up that was done (完成回访). New needs, the next visit and the service record are written
 * first, each under an id of the form: whoever is cut off sends the form again and nothing stands twice.
 */
export async function finishFollowUp(
  { files, now, town }: FollowUpParts,
  staff: Staff,
  at: FollowUpAt,
  what: DoneFollowUp,
): Promise<{
  readonly done: FileRecord
  readonly next: FileRecord | null
  readonly worse: readonly IndicatorCode[]
}> {
  const today = shanghai(now()).day
  if (what.day > today) throw problem('bad_request', { field: 'day' })
  if (what.next && what.next.dueOn <= what.day) throw problem('bad_request', { field: 'next' })
  if (what.next === null && what.reason === '') throw problem('bad_request', { field: 'reason' })
  const found = await findFollowUp(files, staff, at)
  if (found.state !== 'due' && found.state !== 'missed')
    throw problem('stale', { version: found.version })
  const { household } = at
  for (const { id, text } of what.needs) {
    await files.addRecord(staff, household, { ...NEW_NEED, id, body: { words: text } })
  }
  await files.addRecord(staff, household, serviceOf(found, what))
  const series = seriesOf(found.detail)
  const follows = series && nextOfSeries(series, what.day, town().calendar)
  const next = what.next
    ? await files.addRecord(staff, household, {
        ...{ id: what.next.id, kind: 'follow_up', dueOn: what.next.dueOn, case: found.case },
        owner: found.owner?.id ?? staff.id,
        detail: { ground: 'after', ...seriesPart(follows) },
        body: what.next.dueOn === follows?.dueOn ? {} : { reason: what.reason },
      })
    : null
  const worse = INDICATORS.filter((code) => what.changes[code] === 'worse')
  const { how, day, met, changes, goals, words, reason } = what
  const done = await files.changeRecord(staff, household, at.id, at.version, {
    ...{ state: 'done', day },
    detail: { ...found.detail, how, changes, worse, service: what.service, next: next?.id ?? null },
    body: { met, goals, words, reason },
  })
  return { done, next, worse }
}

const NEW_NEED = { kind: 'need', detail: { code: null, urgency: 'normal' } }

const seriesPart = (series: ReturnType<typeof nextOfSeries> | null) => {
  if (!series) return {}
  const { start, rhythm, nth } = series
  return { start, rhythm, nth }
}

/** The visit is help as well: it counts among the services of the household. */
function serviceOf(found: FileRecord, { service, how, day, met, words }: DoneFollowUp): NewRecord {
  const type = how === 'visit' ? 'visit' : how
  return {
    ...{ id: service, kind: 'service', day, case: found.case },
    detail: { type, minutes: null, result: 'done', photos: [], follow_up: found.id },
    body: { who: met, words },
  }
}
