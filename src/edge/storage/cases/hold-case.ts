import { allowedActs, type DeskDeed } from '../../../core/casework/allowed-acts.ts'
import type { CaseStatus } from '../../../core/casework/case-file.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import { rowOf, type Tx } from '../pool.ts'
import { admitOffered } from './admit-offered.ts'

/** The row of a case, locked until the end of the transaction. */
export type Held = {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: CaseStatus
  readonly street_id: string
  readonly household_id: string
  readonly conversation_id: string | null
  readonly claimed_by: string | null
  readonly claimed_at: number | null
  readonly offered_to: string | null
  readonly contacted_at: number | null
  readonly assessed: boolean
  readonly data_key: Buffer | null
  readonly claimed_name: string | null
}

export type Holding = {
  readonly staff: Staff
  readonly number: string
  readonly act: DeskDeed
  /** Null for what may be done to any version: notes, tries. */
  readonly version: number | null
  readonly at: Instant
}

/** Holds a case for one deed, or says why this person may not do it now. */
export async function holdCase(tx: Tx, holding: Holding): Promise<Held> {
  const { staff, number, act, version, at } = holding
  const seen = await rowOf<Seen>(tx, SEE, [staff.district, number])
  if (!seen) throw problem('not_found', { case: number })
  if (seen.offered_to !== null) await admitOffered(tx, [seen])
  const locked = await rowOf<{ id: string }>(tx, LOCK, [staff.district, seen.id])
  if (!locked) throw problem('not_found', { case: number })
  const held = await rowOf<Held>(tx, READ, [staff.district, locked.id])
  if (!held) throw problem('not_found', { case: number })
  if (!allowedActs(staff, standingOf(held, staff), at).includes(act)) throw whyNot(held, staff, act)
  if (version !== null && held.version !== version)
    throw problem('stale', { version: held.version })
  return held
}

/** The conversation is looked at by the talk itself, which refuses nothing that harms. */
function standingOf(held: Held, { streets }: Staff) {
  const { status, claimed_by: by, claimed_at: at, offered_to: offered } = held
  const mine = streets.includes(held.street_id)
  return {
    status,
    claimed: by === null ? null : { id: by, at: at ?? 0 },
    talk: held.conversation_id === null ? ('none' as const) : ('person' as const),
    transfer: offered === null ? null : { toMe: !mine && streets.includes(offered) },
    assessed: held.assessed,
    erased: held.data_key === null,
  }
}

function whyNot(held: Held, staff: Staff, act: DeskDeed) {
  const done = held.status === 'closed' || held.status === 'withdrawn'
  if (done && act !== 'reopen') return problem('case_closed')
  if (held.claimed_by !== null && held.claimed_by !== staff.id) {
    return problem('already_claimed', { by: held.claimed_name ?? '', at: held.claimed_at })
  }
  const waits = held.offered_to !== null
  if (waits && (act === 'close' || act === 'release' || act === 'transfer')) {
    return problem('open_transfer')
  }
  return problem('not_allowed')
}

type Seen = Pick<Held, 'id' | 'household_id' | 'offered_to'>

const SEE = {
  name: 'desk_see',
  text: 'select id, household_id, offered_to from help_case where district_id = $1 and number = $2',
}
const LOCK = {
  name: 'desk_lock',
  text: 'select id from help_case where district_id = $1 and id = $2 for no key update',
}
/** A statement of its own: one that waited for the row would read with what it saw before. */
const READ = {
  name: 'desk_hold',
  text: `select c.id, c.number, c.version, c.status, c.street_id, c.household_id, c.conversation_id,
      c.claimed_by, c.claimed_at, c.offered_to, c.contacted_at, c.points_high is not null as assessed,
      h.data_key, s.name as claimed_name
    from help_case c
    left join household h on h.district_id = c.district_id and h.id = c.household_id
    left join staff s on s.district_id = c.district_id and s.id = c.claimed_by
    where c.district_id = $1 and c.id = $2`,
}
