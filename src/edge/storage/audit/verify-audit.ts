import type { Role } from '../../../core/people/role.ts'
import type { AuditHead, AuditVerdict } from '../../../work/ports/audit.ts'
import { type Pool, rowsOf } from '../pool.ts'
import { BEGINNING, chainOf, hashOf } from './audit-chain.ts'

/** Rows read at a time; constant memory however long the chains are. */
const PAGE = 5_000

/**
 * Walks every chain from its beginning and names the first row that does not fit. A chain alone
 * cannot show that its end was cut off, or that all of it was written anew: `earlier` heads, kept
 * somewhere else, can.
 */
export async function verifyAudit(
  pool: Pool,
  earlier: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  const found = await rowsOf<Chain>(
    pool,
    'select distinct district_id as district, chain from audit',
  )
  const heads: AuditHead[] = []
  for (const chain of withEarlier(found, earlier)) {
    const known = earlier.find((head) => isSame(head, chain))
    const { head, broken } = await walk(pool, chain, known)
    heads.push(head)
    if (broken !== null) return { ...counted(heads), broken: { ...chain, seq: broken } }
  }
  return { ...counted(heads), broken: null }
}

/** A chain that is known from before and gone now is looked at as well. */
function withEarlier(found: readonly Chain[], earlier: readonly AuditHead[]): readonly Chain[] {
  const gone = earlier.filter((head) => !found.some((chain) => isSame(head, chain)))
  const all = [...found, ...gone.map(({ district, chain }) => ({ district, chain }))]
  return all.sort((a, b) => (`${a.district}/${a.chain}` < `${b.district}/${b.chain}` ? -1 : 1))
}

async function walk(pool: Pool, chain: Chain, known: AuditHead | undefined) {
  let before: Buffer = BEGINNING
  let seq = 0
  const headOf = () => ({ ...chain, seq, hash: before.toString('hex') })
  for (;;) {
    const page = await rowsOf<Row>(pool, READ, [chain.district, chain.chain, seq, PAGE])
    for (const row of page) {
      if (!fits(row, chain, seq, before) || differs(row, known)) {
        return { head: headOf(), broken: seq + 1 }
      }
      before = row.hash
      seq = row.seq
    }
    if (page.length === PAGE) continue
    return { head: headOf(), broken: known && known.seq > seq ? seq + 1 : null }
  }
}

function fits(row: Row, { district, chain }: Chain, seq: number, before: Buffer): boolean {
  const entry = { ...row, district }
  return (
    row.seq === seq + 1 &&
    row.prev_hash.equals(before) &&
    chainOf(entry) === chain &&
    row.hash.equals(hashOf(before, row.seq, entry))
  )
}

const differs = (row: Row, known: AuditHead | undefined) =>
  row.seq === known?.seq && row.hash.toString('hex') !== known.hash

const isSame = (a: Chain, b: Chain) => a.district === b.district && a.chain === b.chain

function counted(heads: readonly AuditHead[]) {
  const rows = heads.reduce((sum, { seq }) => sum + seq, 0)
  return { rows, chains: heads.length, heads }
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
