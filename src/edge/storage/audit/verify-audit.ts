import type { Role } from '../../../core/people/role.ts'
import type { AuditVerdict } from '../../../work/ports/audit.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { BEGINNING, chainOf, hashOf } from './audit-chain.ts'

/** Rows read at a time; constant memory however long the chains are. */
const PAGE = 5_000

/** Walks every chain from its beginning and names the first row that does not fit. */
export async function verifyAudit(pool: Pool): Promise<AuditVerdict> {
  const chains = await rowsOf<Chain>(
    pool,
    'select distinct district_id as district, chain from audit order by 1, 2',
  )
  let rows = 0
  for (const chain of chains) {
    const { count, broken } = await walk(pool, chain)
    rows += count
    if (broken !== null) return { rows, chains: chains.length, broken: { ...chain, seq: broken } }
  }
  return { rows, chains: chains.length, broken: null }
}

async function walk(pool: Pool, { district, chain }: Chain) {
  let before: Buffer = BEGINNING
  let seq = 0
  for (;;) {
    const page = await rowsOf<Row>(pool, READ, [district, chain, seq, PAGE])
    for (const row of page) {
      const fits =
        row.seq === seq + 1 &&
        row.prev_hash.equals(before) &&
        chainOf({ ...row, district }) === chain &&
        row.hash.equals(hashOf(before, row.seq, { ...row, district }))
      if (!fits) return { count: seq, broken: seq + 1 }
      before = row.hash
      seq = row.seq
    }
    if (page.length < PAGE) return { count: seq, broken: null }
  }
}

const READ = `select seq, at, actor, role, street, act, object, reason, fields, prev_hash, hash
  from audit where district_id = $1 and chain = $2 and seq > $3 order by seq limit $4`

type Chain = { readonly district: string; readonly chain: string }

type Row = {
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly role: Role | 'system'
  readonly street: string
  readonly act: string
  readonly object: string
  readonly reason: string
  readonly fields: readonly string[]
  readonly prev_hash: Buffer
  readonly hash: Buffer
}
