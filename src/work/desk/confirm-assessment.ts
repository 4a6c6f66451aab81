import { capturesOf, decisionsOf } from '../../core/casework/decisions.ts'
import { planFollowUp } from '../../core/casework/follow-up.ts'
import { reassess } from '../../core/casework/reassess.ts'
import { problem } from '../../core/errors.ts'
import type { Staff } from '../../core/people/role.ts'
import { shanghai } from '../../core/time.ts'
import type { DeskParts } from './parts.ts'

/**
 * Confirms the assessment (确认) as the adviser saw it: between reading and freezing nobody may have
 * changed the case, which `version` proves.
 */
export async function confirmAssessment(
  { cases, house, now }: DeskParts,
  staff: Staff,
  number: string,
  version: number,
  note: string,
): Promise<number> {
  const { file, events, row } = await cases.readCase(staff, number)
  if (row.version !== version) throw problem('stale', { version: row.version })
  const known = { file, captured: capturesOf(events), decided: decisionsOf(events) }
  const assessment = reassess(known, house(), now())
  const { town, clocks } = house()
  const { grade = null } = assessment
  const followUp = planFollowUp(grade, shanghai(now()).day, clocks, town.calendar)
  return cases.fileConfirmed(staff, number, version, { assessment, note, followUp })
}
