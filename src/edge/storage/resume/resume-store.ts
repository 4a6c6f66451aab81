import { MINUTE } from '../../../core/time.ts'
import type { Clock } from '../../../work/ports/clock.ts'
import type { ResumeStore, TalkHolder } from '../../../work/ports/resume.ts'
import { timestamp } from '../column-types.ts'
import { type Pool, rowOf, rowsOf } from '../pool.ts'
import { blindIndex, type KeyRing } from '../seal/key-ring.ts'
import { readHolder } from './read-holder.ts'

export type ResumeStoreParts = {
  /** Of the role hearth_turn. */
  readonly pool: Pool
  readonly ring: KeyRing
  readonly clock: Clock
  readonly district: string
}

/** A code is read off one phone and typed into another, by slow fingers. */
const IN_TIME = 10 * MINUTE

/** Of 490,000 codes; each further request tells the old client once more. */
const TRIES = 5

export function resumeStore({ pool, ring, clock, district }: ResumeStoreParts): ResumeStore {
  const hashOf = (id: string, code: string) => blindIndex(ring, `resume/${id}/${code}`)
  return {
    findTalk: async ({ number, phone }) => {
      const values = [district, number, blindIndex(ring, phone)]
      const row = await rowOf<{ conversation_id: string | null }>(pool, FIND, values)
      return row?.conversation_id ?? null
    },
    openTicket: async (id, conversation) => {
      const code = codeOf(ring, id)
      const expires = timestamp(clock.now() + IN_TIME)
      await rowsOf(pool, OPEN, [bucketOf(id), id, conversation, hashOf(id, code), expires])
      return code
    },
    confirm: async (id, typed) => {
      const code = typed.replace(/\D/g, '').replace(/^(.{3})/, '$1 ')
      const values = [bucketOf(id), id, hashOf(id, code), timestamp(clock.now()), TRIES]
      const row = await rowOf<Tried & { fits: boolean }>(pool, CONFIRM, values)
      return row?.fits ? row.conversation_id : null
    },
    holderOf: (id) => holderOf(pool, ring, id),
  }
}

async function holderOf(pool: Pool, ring: KeyRing, id: string): Promise<TalkHolder | null> {
  const resumed = await rowOf<Tried>(pool, RESUMED, [bucketOf(id), id])
  return resumed && readHolder(pool, ring, resumed.conversation_id)
}

const bucketOf = (id: string) => Number.parseInt(id.slice(0, 2), 16)

/**
 * `482 913`, drawn by the key ring, so that a second try tells the same code. Neither group reads like an
 * emergency number, so no page makes it one to be called.
 */
function codeOf(ring: KeyRing, id: string): string {
  const drawn = blindIndex(ring, `resume-code/${id}`)
  const group = (at: number) => 200 + (drawn.readUInt32BE(at) % 700)
  return `${group(0)} ${group(4)}`
}

type Tried = { readonly conversation_id: string }

const FIND = {
  name: 'resume_find',
  text: `select c.conversation_id from help_case c
         join person p on p.district_id = c.district_id and p.household_id = c.household_id
         where c.district_id = $1 and c.number = $2 and p.phone_index = $3
           and c.status <> 'withdrawn'`,
}
const OPEN = {
  name: 'resume_open',
  text: `insert into resumed_talk (bucket, id, conversation_id, code_hash, expires_at)
         values ($1, $2, $3, $4, $5) on conflict (bucket, id) do nothing`,
}
const CONFIRM = {
  name: 'resume_confirm',
  text: `update resumed_talk
         set tries = tries + 1,
           confirmed_at = coalesce(confirmed_at, case when code_hash = $3 then $4::timestamptz end)
         where bucket = $1 and id = $2 and tries < $5 and expires_at > $4
         returning conversation_id, code_hash = $3 as fits`,
}
const RESUMED = {
  name: 'resume_of',
  text: `select conversation_id from resumed_talk
         where bucket = $1 and id = $2 and confirmed_at is not null`,
}
