import { createHash } from 'node:crypto'
import type { Role, Staff } from '../../core/people/role.ts'
import { HOUR, MINUTE } from '../../core/time.ts'
import type { AuditEntry } from '../../work/ports/audit.ts'
import type { Clock } from '../../work/ports/clock.ts'
import type { Door } from '../../work/ports/door.ts'
import type { Ids } from '../../work/ports/ids.ts'
import { appendAudit } from './audit/append-audit.ts'
import { settingsOf } from './cases/scope.ts'
import { timestamp } from './column-types.ts'
import { type Pool, rowOf, rowsOf, type Tx } from './pool.ts'
import { transaction } from './transaction.ts'

export type DoorStoreParts = { readonly pool: Pool; readonly clock: Clock; readonly ids: Ids }

/** Idle and absolute end of a session (OWASP ASVS 5.0, chapter V7, for data of this kind). */
const IDLE = 30 * MINUTE
const LONGEST = 12 * HOUR

/** `seen_at` is written at most this often: a console that polls must not write at every call. */
const NOTICE = MINUTE

/** Local accounts and their sessions. The pool is of the role hearth_desk. */
export function doorStore({ pool, clock, ids }: DoorStoreParts): Door {
  const asSystem = <T>(fn: (tx: Tx) => Promise<T>) => transaction(pool, SYSTEM, fn)
  return {
    findByLogin: (login) => asSystem((tx) => findByLogin(tx, login)),
    openSession: (staff) =>
      transaction(pool, settingsOf(staff), async (tx) => {
        const token = ids.token()
        const now = clock.now()
        await rowsOf(tx, SWEEP, [timestamp(now)])
        const times = [timestamp(now), timestamp(now + LONGEST)]
        await rowsOf(tx, OPEN, [hashOf(token), staff.district, staff.id, ...times])
        await appendAudit(tx, [signedIn(staff, now)])
        return token
      }),
    staffOf: (token) => asSystem((tx) => staffOf(tx, token, clock.now())),
    closeSession: async (token) => {
      await rowsOf(pool, CLOSE, [hashOf(token)])
    },
  }
}

function signedIn({ id, role, district }: Staff, at: number): AuditEntry {
  const object = `staff:${id}`
  return { district, street: '', actor: id, role, act: 'session.opened', object, at }
}

/** `login`, or `login@310105` where several districts share a house and the login is not unique. */
async function findByLogin(tx: Tx, typed: string) {
  const [, login = typed, district = null] = /^(.+)@(\d{6})$/.exec(typed) ?? []
  const found = await rowsOf<StaffRow>(tx, FIND, [login, district])
  const [person, other] = found
  if (!person || other || person.password === null) return null
  return { staff: staffFrom(person), password: person.password }
}

async function staffOf(tx: Tx, token: string, now: number): Promise<Staff | null> {
  const hash = hashOf(token)
  const row = await rowOf<StaffRow & { seen_at: number }>(tx, WHO, [
    hash,
    timestamp(now),
    timestamp(now - IDLE),
  ])
  if (!row) return null
  if (now - row.seen_at >= NOTICE) await rowsOf(tx, SEEN, [hash, timestamp(now)])
  return staffFrom(row)
}

function staffFrom({ id, login, name, role, district, streets }: StaffRow): Staff {
  return { id, login, name, role, district, streets }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

type StaffRow = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly district: string
  readonly streets: readonly string[]
  readonly password: string | null
}

const SYSTEM = { actor: 'door', role: 'system', district: '', streets: [] } as const

const COLUMNS = 's.id, s.login, s.name, s.role, s.district_id as district, s.streets, s.password'
const FIND = `select ${COLUMNS} from staff s
  where s.login = $1 and ($2::text is null or s.district_id = $2) and s.active limit 2`
const WHO = {
  name: 'session_who',
  text: `select ${COLUMNS}, e.seen_at from session e
    join staff s on s.district_id = e.district_id and s.id = e.staff_id
    where e.id_hash = $1 and e.expires_at > $2 and e.seen_at > $3 and s.active`,
}
const SEEN = 'update session set seen_at = $2 where id_hash = $1'
const CLOSE = 'delete from session where id_hash = $1'
const SWEEP = 'delete from session where expires_at < $1'
const OPEN = `insert into session (id_hash, district_id, staff_id, created_at, seen_at, expires_at)
  values ($1, $2, $3, $4, $4, $5)`
