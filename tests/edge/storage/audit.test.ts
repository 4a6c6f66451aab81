import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendAudit } from '../../../src/edge/storage/audit/append-audit.ts'
import { readLog } from '../../../src/edge/storage/audit/read-log.ts'
import { verifyAudit } from '../../../src/edge/storage/audit/verify-audit.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import type { AuditEntry } from '../../../src/work/ports/audit.ts'
import { DISTRICT, HUAYANG, JIANGSU, NOON } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let turn: Pool
let audit: Pool
let owner: pg.Client
beforeAll(async () => {
  database = await openDatabase()
  turn = database.pool('hearth_turn', { max: 16 })
  audit = database.pool('hearth_audit')
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  // The test plays somebody who has taken over the database.
  await owner.query('alter table audit no force row level security')
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const entry = (street: string, object: string): AuditEntry => {
  const who = { actor: 'a1', role: 'adviser' } as const
  return { district: DISTRICT, street, ...who, act: 'case.read', object, at: NOON, reason: '回访' }
}
const append = (entries: readonly AuditEntry[]) =>
  transaction(turn, null, (tx) => appendAudit(tx, entries))

test('chains written by many at once stay whole', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, i) => {
      const both = [entry(HUAYANG, `case:${i}`), entry(JIANGSU, `case:${i}`), entry('', `x:${i}`)]
      return append(i % 2 ? both : [...both].reverse())
    }),
  )
  expect(await verifyAudit(audit)).toMatchObject({ rows: 120, chains: 3, broken: null })
})

test('a deed that is rolled back leaves no row', async () => {
  const before = await verifyAudit(audit)
  const failing = transaction(turn, null, async (tx) => {
    await appendAudit(tx, [entry(HUAYANG, 'case:never')])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verifyAudit(audit)).toEqual(before)
})

test('what many read at once is written with few commits, each row in the name of its reader', async () => {
  const before = (await verifyAudit(audit)).rows
  const desk = database.pool('hearth_desk')
  const log = readLog(desk)
  const commits = async () => {
    const { rows } = await turn.query<{ n: number }>(
      `select count(distinct xmin::text)::int as n from audit where act = 'case.listed'`,
    )
    return rows[0]?.n ?? 0
  }
  const reads = Array.from({ length: 30 }, (_, n) => ({
    ...entry(n % 2 ? HUAYANG : JIANGSU, `waiting:${n}`),
    ...{ actor: `reader-${n % 7}`, act: 'case.listed' },
  }))
  await Promise.all(reads.map(log))
  expect(await verifyAudit(audit)).toMatchObject({ rows: before + 30, broken: null })
  expect(await commits()).toBeLessThanOrEqual(2)
  const { rows } = await turn.query(`select distinct actor from audit where act = 'case.listed'`)
  expect(rows).toHaveLength(7)

  const broken = readLog({ connect: () => Promise.reject(new Error('gone')) } as unknown as Pool)
  const ended = await Promise.allSettled(reads.slice(0, 3).map(broken))
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})

const COLUMNS = {
  at: "at + interval '1 ms'",
  actor: "actor || 'x'",
  role: "'admin'",
  street: `'${JIANGSU}'`,
  act: "'case.claimed'",
  object: "object || '0'",
  reason: "''",
  fields: "'{a}'",
  prev_hash: "'\\x00'",
  hash: "'\\x00'",
  seq: '1000',
  chain: "'310105999'",
}

test.each(Object.entries(COLUMNS))('a changed %s is found', async (column, value) => {
  await append([entry(HUAYANG, 'case:1'), entry(HUAYANG, 'case:2')])
  const at = 7
  const where = `where chain = '${HUAYANG}' and seq = ${at}`
  const { rows } = await owner.query(`select * from audit ${where}`)
  await owner.query(`update audit set ${column} = ${value} ${where}`)
  const verdict = await verifyAudit(audit)
  // Put back, for the next one.
  await owner.query(
    `delete from audit where (chain = '${HUAYANG}' and seq in (${at}, 1000)) or chain = '310105999'`,
  )
  const row = rows[0]
  const names = Object.keys(row)
  const values = names.map((name) => row[name])
  await owner.query(
    `insert into audit (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  )
  expect(verdict.broken).toEqual({ district: DISTRICT, chain: HUAYANG, seq: at })
  expect((await verifyAudit(audit)).broken).toBeNull()
})

test('a chain that was cut at its end or written anew is found by an earlier head', async () => {
  const { heads } = await verifyAudit(audit)
  await append([entry(HUAYANG, 'case:3')])
  expect((await verifyAudit(audit, heads)).broken).toBeNull()
  const known = heads.map((head) => ({ ...head, hash: head.hash.replace(/^./, 'x') }))
  expect((await verifyAudit(audit, known)).broken).toMatchObject({ seq: heads[0]?.seq })
  const [head] = heads
  if (!head) throw new Error('no chain')
  const longer = [{ ...head, seq: head.seq + 2 }]
  expect((await verifyAudit(audit, longer)).broken).toMatchObject({ chain: head.chain })
  const gone = [{ ...head, chain: '310105777' }]
  expect((await verifyAudit(audit, gone)).broken).toMatchObject({ chain: '310105777', seq: 1 })
})

test('a removed row is found', async () => {
  await owner.query(`delete from audit where chain = '${JIANGSU}' and seq = 3`)
  expect((await verifyAudit(audit)).broken).toEqual({ district: DISTRICT, chain: JIANGSU, seq: 3 })
})
