import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { systemIds } from '../../../src/edge/ids.ts'
import { doorStore } from '../../../src/edge/storage/door-store.ts'
import type { Pool } from '../../../src/edge/storage/pool.ts'
import { staffStore } from '../../../src/edge/storage/staff-store.ts'
import type { Door } from '../../../src/work/ports/door.ts'
import type { StaffBook } from '../../../src/work/ports/staff.ts'
import { DISTRICT, HUAYANG, NOON } from '../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let desk: Pool
let door: Door
let book: StaffBook
let now = NOON
beforeAll(async () => {
  database = await openDatabase()
  desk = database.pool('hearth_desk')
  const parts = { pool: desk, clock: { now: () => now }, ids: systemIds }
  door = doorStore(parts)
  book = staffStore(parts)
})
beforeEach(() => {
  now = NOON
})
afterAll(() => database.close())

const hire = (login: string, district = DISTRICT) =>
  book.createStaff({
    login,
    name: '沈一鸣',
    role: 'adviser',
    district,
    streets: [HUAYANG],
    password: '$argon2id$x',
  })

test('a login is found with its hash, an unknown one not', async () => {
  const login = randomUUID()
  const staff = await hire(login)
  expect(await door.findByLogin(login)).toEqual({ staff, password: '$argon2id$x' })
  expect(await door.findByLogin('nobody')).toBeNull()
  expect(await book.listStaff(DISTRICT)).toContainEqual(staff)
})

test('a login is taken once in a district; two districts tell theirs apart', async () => {
  const login = randomUUID()
  await hire(login)
  await expect(hire(login)).rejects.toMatchObject({ code: 'bad_request' })
  const other = await hire(login, '310106')
  expect(await door.findByLogin(login)).toBeNull()
  expect(await door.findByLogin(`${login}@310106`)).toMatchObject({ staff: other })
})

test('who has left is not let in, with an open session neither', async () => {
  const login = randomUUID()
  const staff = await hire(login)
  const token = await door.openSession(staff)
  const client = await desk.connect()
  await client.query(
    `begin; select set_config('app.district', '${DISTRICT}', true), set_config('app.role', 'admin', true)`,
  )
  await client.query('update staff set active = false where id = $1', [staff.id])
  await client.query('commit')
  client.release()
  expect(await door.findByLogin(login)).toBeNull()
  expect(await door.staffOf(token)).toBeNull()
})

test('that somebody signed in is recorded', async () => {
  const staff = await hire(randomUUID())
  await door.openSession(staff)
  const { rows } = await database
    .pool('hearth_audit')
    .query('select actor, act from audit where object = $1', [`staff:${staff.id}`])
  expect(rows).toEqual([{ actor: staff.id, act: 'session.opened' }])
})

test('a session ends after 30 idle minutes, and after 12 hours of work', async () => {
  const staff = await hire(randomUUID())
  const idle = await door.openSession(staff)
  const busy = await door.openSession(staff)
  for (let minutes = 0; minutes < 12 * 60; minutes += 29) {
    now = NOON + minutes * MINUTE
    expect(await door.staffOf(busy)).toEqual(staff)
  }
  expect(await door.staffOf(idle)).toBeNull()
  now = NOON + 12 * HOUR
  expect(await door.staffOf(busy)).toBeNull()
})

test('a closed session is closed, and the store never holds the token', async () => {
  const token = await door.openSession(await hire(randomUUID()))
  const { rows } = await desk.query('select s::text as row from session s')
  expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  expect(rows.some(({ row }) => row.includes(Buffer.from(token).toString('hex')))).toBe(false)
  await door.closeSession(token)
  expect(await door.staffOf(token)).toBeNull()
  expect(await door.staffOf('')).toBeNull()
})
