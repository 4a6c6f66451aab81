import type { Consultation, Vote } from '../../../core/casework/consultation.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { OfficeParts } from '../parts.ts'
import { mustBeAt, mustWrite } from '../plans/find-plan.ts'

type What = {
  readonly member: string
  readonly vote: Vote
  readonly words: string
}

/** One's own opinion, or one written down for a member who has no account. A second one replaces the first:
 * its record has the id of the member. */
export async function giveOpinion(
  { consultations }: Pick<OfficeParts, 'consultations'>,
  staff: Staff,
  id: string,
  what: What,
): Promise<void> {
  mustWrite(staff)
  await consultations.change(staff, id, ({ record, opinions, beyond }) => {
    mustBeAt(record, record.version, ['called', 'open'])
    const members = (record.body as Consultation | null)?.members ?? []
    const member = members.find((each) => each.id === what.member)
    if (!member) throw problem('not_found', { member: what.member })
    const forThem = member.staff === null
    if (forThem ? beyond : member.staff !== staff.id) throw problem('not_allowed')
    const detail = { member: member.id, vote: what.vote, forThem }
    const body = { words: what.words }
    const before = opinions.find((opinion) => opinion.id === member.id)
    if (before) {
      return { writes: [{ id: before.id, version: before.version, change: { detail, body } }] }
    }
    const added = { id: member.id, kind: 'opinion', group: id, owner: member.staff, detail, body }
    return { writes: [{ add: added }] }
  })
}
