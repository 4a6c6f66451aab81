import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { shanghai } from '../../../core/time.ts'
import type { PlanLine } from '../../ports/plans.ts'
import type { OfficeParts } from '../parts.ts'
import { findRecord, mustBeAt, mustWrite } from './find-plan.ts'
import { type PlanBody, planDetail, planLine } from './plan-line.ts'

/**
 * The bot tells the household its plan, in words that a person has read, and asks whether it is right (居民知情). Never
 * into a talk that is still open: then `open_talk`. What is answered comes into the plan with the turn.
 */
export async function askHousehold(
  {
    files,
    desk,
    turns,
    house,
    now,
  }: Pick<OfficeParts, 'files' | 'desk' | 'turns' | 'house' | 'now'>,
  staff: Staff,
  household: string,
  id: string,
  version: number,
  words: string,
): Promise<PlanLine> {
  mustWrite(staff)
  const held = await findRecord(files, staff, household, 'plan', id)
  mustBeAt(held, version, ['draft', 'submitted', 'in_force'])
  const { bundles, current } = house()
  const flows = Object.values(bundles[current]?.flows ?? {})
  if (!flows.some(({ kind }) => kind === 'plan_word')) throw problem('no_flow')
  const head = await files.openHousehold(staff, household)
  const asked = head.cases.findLast(({ status }) => status !== 'withdrawn')
  const opened = asked && (await desk.readCase(staff, asked.number))
  if (!asked || !opened?.conversation) throw problem('no_talk')
  const detail = {
    ...planDetail(held),
    agreement: null,
    asked: { case: asked.id, by: staff.id, on: shanghai(now()).day },
  }
  const body = { ...(held.body as PlanBody), agreementWords: '' }
  const told = await files.changeRecord(staff, household, id, version, { detail, body })
  const said = { kind: 'check_in', case: asked.id, flow: 'plan_word', words } as const
  const { messages } = await turns.speakUp(opened.conversation, `plan:${id}:${version}`, said)
  if (messages.length > 0) return planLine(told)
  // Nothing was said: as if nobody had asked.
  const before = { detail: planDetail(held), body: held.body }
  await files.changeRecord(staff, household, id, told.version, before)
  throw problem('open_talk')
}
