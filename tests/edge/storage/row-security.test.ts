import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendAudit } from '../../../src/edge/storage/audit/append-audit.ts'
import { caseWrites } from '../../../src/edge/storage/cases/case-writes.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import {
  admitConversation,
  type Settings,
  transaction,
} from '../../../src/edge/storage/transaction.ts'
import { anOpening, DISTRICT, HUAYANG, JIANGSU, NOON, RING } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let owner: pg.Client
let turn: Pool
let desk: Pool
const opening = anOpening()
const SEEN = ['household', 'person', 'help_case', 'assessment', 'case_event', 'alert'] as const

beforeAll(async () => {
  database = await openDatabase()
  owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  turn = database.pool('hearth_turn')
  desk = database.pool('hearth_desk')
  const { file, conversation } = opening
  await transaction(turn, null, async (tx) => {
    const writes = caseWrites(tx, RING)
    await writes.openCase(opening)
    const event = { district: DISTRICT, case: file.id, at: NOON, kind: 'opened', actor: 'turn' }
    await writes.addEvent(event)
    const alert = { id: randomUUID(), district: DISTRICT, street: HUAYANG, case: file.id }
    await writes.raiseAlert({ ...alert, conversation, tier: 'high', type: 'x', raisedAt: NOON })
    await tx.query(
      `insert into assessment values ($1, $2, 1, $3, 'first_pass', 'm', 'h', '', '{}', 'bot', now())`,
      [DISTRICT, file.id, HUAYANG],
    )
    const { bucket, id } = conversation
    await tx.query(`insert into conversation values ($1, $2, 'web', 'w', '', '', now())`, [
      bucket,
      id,
    ])
    await tx.query(
      `insert into turn (bucket, conversation_id, seq, channel, external_id, kind, status, at)
       values ($1, $2, 1, 'web', 'e', 'text', 'answered', now())`,
      [bucket, id],
    )
  })
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const person: Settings = { actor: 'x', role: 'adviser', district: DISTRICT, streets: [HUAYANG] }

async function counts(settings: Settings | null): Promise<Record<string, number>> {
  return transaction(desk, settings, async (tx) => {
    const found: Record<string, number> = {}
    for (const table of SEEN) {
      const { rows } = await tx.query<{ n: number }>(`select count(*) as n from ${table}`)
      found[table] = rows[0]?.n ?? -1
    }
    return found
  })
}

const all = (n: number) => Object.fromEntries(SEEN.map((table) => [table, n]))

test('every table with something personal forces row security', async () => {
  const { rows } = await owner.query<{ table: string; forced: boolean; policies: number }>(`
    select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and
        (col_description(c.oid, a.attnum) like 'personal%' or a.attname = 'sealed'))`)
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([])
})

test('every column says what it holds', async () => {
  const { rows } = await owner.query(`
    select c.relname, a.attname from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r'
      and coalesce(col_description(c.oid, a.attnum), '') !~ '^(id|code|time|count|text|personal)(:|$)'`)
  expect(rows).toEqual([])
})

test('the roles of the application may not bypass anything, and audit rows only grow', async () => {
  const roles = ['hearth_turn', 'hearth_desk', 'hearth_audit']
  const { rows } = await owner.query(
    'select rolname from pg_roles where rolname = any($1) and not (rolsuper or rolbypassrls or rolcanlogin)',
    [roles],
  )
  expect(rows).toHaveLength(3)
  for (const role of roles) {
    const may = await owner.query(
      `select has_table_privilege($1, 'audit', 'insert') as add,
        has_table_privilege($1, 'audit', 'update') or has_table_privilege($1, 'audit', 'delete')
          or has_table_privilege($1, 'audit', 'truncate') as change`,
      [role],
    )
    expect(may.rows).toEqual([{ add: true, change: false }])
  }
})

test('one sees the own street, a foreign one not', async () => {
  expect(await counts(person)).toEqual(all(1))
  expect(await counts({ ...person, streets: [JIANGSU, HUAYANG] })).toEqual(all(1))
  expect(await counts({ ...person, streets: [JIANGSU] })).toEqual(all(0))
  expect(await counts({ ...person, streets: [] })).toEqual(all(0))
})

test('one who sees the whole district sees no other district', async () => {
  expect(await counts({ ...person, role: 'district', streets: [] })).toEqual(all(1))
  expect(await counts({ ...person, role: 'district', district: '310106' })).toEqual(all(0))
  expect(await counts({ ...person, district: '310106' })).toEqual(all(0))
})

test('without settings nothing is seen, also after a transaction that had them', async () => {
  expect(await counts(null)).toEqual(all(0))
  const single = database.pool('hearth_desk', { max: 1 })
  await transaction(single, person, (tx) => tx.query('select 1'))
  const { rows } = await single.query('select id from help_case')
  expect(rows).toEqual([])
})

test('a conversation is read only after it was admitted', async () => {
  const seen = async (id: string | null) =>
    transaction(desk, person, async (tx) => {
      if (id !== null) await admitConversation(tx, id)
      const turns = await tx.query('select seq from turn')
      const conversations = await tx.query('select id from conversation')
      return [turns.rowCount, conversations.rowCount]
    })
  expect(await seen(null)).toEqual([0, 0])
  expect(await seen(randomUUID())).toEqual([0, 0])
  expect(await seen(opening.conversation.id)).toEqual([1, 1])
})

test('the desk cannot write into a foreign street', async () => {
  const moving = transaction(desk, person, (tx) =>
    tx.query('update help_case set street_id = $1', [JIANGSU]),
  )
  await expect(moving).rejects.toMatchObject({ code: '42501' })
})

test('only the office changes who works here, and nobody acts in another name', async () => {
  const hiring = (role: 'adviser' | 'admin') =>
    transaction(desk, { ...person, role }, (tx) =>
      tx.query(
        `insert into staff (district_id, id, login, name, role, created_at)
         values ($1, gen_random_uuid(), $2, 'x', 'admin', now())`,
        [DISTRICT, randomUUID()],
      ),
    )
  await expect(hiring('adviser')).rejects.toMatchObject({ code: '42501' })
  await expect(hiring('admin')).resolves.toBeDefined()
  const deed = {
    district: DISTRICT,
    street: HUAYANG,
    role: 'adviser',
    act: 'a',
    object: 'o',
  } as const
  const acting = (actor: string) =>
    transaction(desk, person, (tx) => appendAudit(tx, [{ ...deed, actor, at: NOON }]))
  await expect(acting('somebody else')).rejects.toMatchObject({ code: '42501' })
  await expect(acting(person.actor)).resolves.toBeUndefined()
})

test('settings are taken as they are, not as SQL', async () => {
  const evil = "x', true); drop table turn; --"
  expect(await counts({ ...person, streets: [evil], actor: evil })).toEqual(all(0))
  expect((await turn.query('select seq from turn')).rowCount).toBe(1)
})
