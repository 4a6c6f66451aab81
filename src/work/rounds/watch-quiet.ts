import { whoTalks } from '../../core/dialog/who-talks.ts'
import { addWorking } from '../../core/routing/calendar.ts'
import { GIVEN_BACK_AFTER, TOLD_AFTER } from '../desk/watch-silence.ts'
import type { Job } from '../ports/jobs.ts'
import type { QuietDesk } from '../ports/quiet.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import type { TurnParts } from '../turn/parts.ts'
import type { Done } from './done.ts'

/**
 * An adviser has the floor and nobody speaks: after four working hours the adviser is told, after
 * eight the bot goes on where it was, so that nobody waits for a person who has gone home.
 */
export async function watchQuiet(
  parts: TurnParts & { readonly quiet?: QuietDesk },
  engine: TurnEngine,
  job: Job,
): Promise<Done> {
  const { conversation, case: caseId = '' } = job.detail
  const [tail] = await parts.turns.tails([refOf(conversation)])
  const talk = tail?.content?.talk
  const by = talk ? whoTalks(talk) : null
  if (!tail || !by) return 'done'
  const now = parts.now()
  const { calendar, office } = parts.house().town
  const toldAt = addWorking(tail.at, TOLD_AFTER, calendar, office)
  const backAt = addWorking(tail.at, GIVEN_BACK_AFTER, calendar, office)
  if (now < toldAt) return { again: toldAt - now }
  const quiet = { case: caseId, at: now, silence: tail.seq }
  await parts.quiet?.tellQuiet({ ...quiet, givenBack: false })
  if (now < backAt) return { again: backAt - now }
  const act = { act: 'gave_back', by, at: 'open_question' } as const
  await engine.desk(conversation, `quiet:${tail.seq}`, act)
  await parts.quiet?.tellQuiet({ ...quiet, givenBack: true })
  return 'done'
}
