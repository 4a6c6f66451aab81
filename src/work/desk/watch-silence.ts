import { addWorking } from '../../core/routing/calendar.ts'
import { HOUR } from '../../core/time.ts'
import { refOf } from '../turn/create-turns.ts'
import type { DeskParts } from './parts.ts'

/** Working hours without a word, after which the adviser is told (experience T). */
export const TOLD_AFTER = 4 * HOUR

/** And after which the bot goes on by itself. */
export const GIVEN_BACK_AFTER = 8 * HOUR

/** A person talks from now on: the house watches that nobody waits for ever. */
export async function watchSilence(
  { jobs, house, now }: DeskParts,
  conversation: string,
  caseId: string,
): Promise<void> {
  const { calendar, office } = house().town
  const { bucket } = refOf(conversation)
  const dueAt = addWorking(now(), TOLD_AFTER, calendar, office)
  const detail = { conversation, case: caseId }
  await jobs.put([{ bucket, id: `quiet:${conversation}`, kind: 'quiet', dueAt, detail }])
}
