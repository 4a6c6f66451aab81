import { wordOf } from '../../../core/casework/desk-event.ts'
import { nextOfSeries, seriesOf } from '../../../core/casework/follow-up.ts'
import type { Plan } from '../../../core/casework/plan.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { OpenedFollowUp } from '../../ports/follow-ups.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import { withHeads } from '../with-heads.ts'
import type { FollowUpParts } from './create-follow-ups.ts'

/** One follow-up with what its form shows: the one before, the bot's question, the plan's goals. */
export async function openFollowUp(
  { files, now, town }: FollowUpParts,
  staff: Staff,
  household: string,
  id: string,
): Promise<OpenedFollowUp> {
  const records = await files.listRecords(staff, household, ['follow_up', 'plan'])
  const record = records.find((each) => each.id === id && each.kind === 'follow_up')
  const [line] = record ? await withHeads(files, staff, [record]) : []
  if (!record || !line) throw problem('not_found', { record: id })
  const series = seriesOf(record.detail)
  const today = shanghai(now()).day
  return {
    ...line,
    series,
    next: series && nextOfSeries(series, today, town().calendar).dueOn,
    last: records.find(({ kind, state }) => kind === 'follow_up' && state === 'done') ?? null,
    answer: await answerOf({ files }, staff, household, record),
    goals: records
      .filter(({ kind, state }) => kind === 'plan' && state === 'in_force')
      .flatMap(goalsOf),
  }
}

/** What was said to the bot since it asked for this visit; newest first in the history. */
async function answerOf(
  { files }: Pick<FollowUpParts, 'files'>,
  staff: Staff,
  household: string,
  { detail: { asked }, case: caseId }: FileRecord,
): Promise<OpenedFollowUp['answer']> {
  if (typeof asked !== 'number' || caseId === null) return null
  const events = await files.eventsOf(staff, household)
  const since = events.filter(({ at }) => at >= asked)
  const how = since.find(({ kind }) => kind === 'check_in_answered')
  if (!how) return null
  const note = since.find(({ kind, at }) => kind === 'note_left' && at >= how.at)
  const words = typeof note?.words === 'string' ? note.words : note ? wordOf(note, 'text') : ''
  return { how: String(how.detail.how ?? 'unknown'), words, at: how.at }
}

function goalsOf({ body }: FileRecord): readonly string[] {
  const { plan } = (body ?? {}) as { readonly plan?: Pick<Plan, 'goals'> }
  return (plan?.goals ?? []).map(({ words }) => words)
}
