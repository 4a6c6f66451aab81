import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { rowOf, rowsOf, type Tx } from '../pool.ts'

type Seen = {
  readonly id: string
  readonly conversation_id: string | null
  readonly claimed_by: string | null
  readonly claimed_name: string | null
  readonly status: string
  readonly channel: string
}

/** Whether this person sees a case; nothing of it is read. */
export async function seesCase(tx: Tx, { district }: Staff, number: string) {
  const { id, conversation_id: conversation } = await look(tx, district, number)
  return { id, conversation }
}

/** Conversations of the cases that this person has; nothing of them is read. */
export function listTalks(tx: Tx, { district, id }: Staff) {
  return rowsOf<{ number: string; conversation: string }>(tx, TALKS, [district, id])
}

/** Who does not have the case does not speak in its conversation. */
export async function talkOf(tx: Tx, { district, id }: Staff, number: string) {
  const seen = await look(tx, district, number)
  if (seen.status === 'closed' || seen.status === 'withdrawn') throw problem('case_closed')
  if (seen.claimed_by && seen.claimed_by !== id) {
    throw problem('already_claimed', { by: seen.claimed_name ?? '' })
  }
  if (!seen.claimed_by || seen.conversation_id === null) throw problem('not_allowed')
  return { id: seen.id, conversation: seen.conversation_id, channel: seen.channel }
}

async function look(tx: Tx, district: string, number: string): Promise<Seen> {
  const seen = await rowOf<Seen>(tx, LOOK, [district, number])
  if (!seen) throw problem('not_found', { case: number })
  return seen
}

const TALKS = {
  name: 'desk_talks',
  text: `select number, conversation_id as conversation from help_case
    where district_id = $1 and claimed_by = $2 and status = 'claimed'
      and conversation_id is not null
    order by claimed_at desc limit 300`,
}
const LOOK = {
  name: 'desk_look',
  text: `select c.id, c.conversation_id, c.channel, c.claimed_by, c.status,
      s.name as claimed_name from help_case c
    left join staff s on s.district_id = c.district_id and s.id = c.claimed_by
    where c.district_id = $1 and c.number = $2`,
}
