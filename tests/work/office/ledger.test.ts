import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerTable } from '../../../src/core/casework/ledger-table.ts'
import type { Staff } from '../../../src/core/people/role.ts'
import { addDays, shanghai } from '../../../src/core/time.ts'
import { settingsOf } from '../../../src/edge/storage/cases/scope.ts'
import { ledgerStore } from '../../../src/edge/storage/ledgers/ledger-store.ts'
import { openPool, type Pool, rowsOf } from '../../../src/edge/storage/pool.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import { ledgerCells } from '../../../src/work/office/ledgers/ledger-cells.ts'
import type { LedgerAsk } from '../../../src/work/ports/ledger.ts'
import { HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { openRealOffice, type RealOffice } from '../../support/real-office.ts'

let real: RealOffice
let pool: Pool
beforeAll(async () => {
  real = await openRealOffice()
  pool = openPool({ url: real.house.url, role: 'hearth_desk', max: 2 })
  const { id: household } = await real.files.openHousehold(real.adviser, await real.asks())
  const deed = { type: 'visit', minutes: 30, result: 'done', who: '', photos: [] } as const
  for (const day of ['2026-10-31', '2026-11-02', '2026-11-19']) {
    await real.office.services.record(real.adviser, {
      ...{ households: [{ household, id: randomUUID() }], group: null, day, words: `到${day}` },
      ...deed,
    })
  }
})
afterAll(async () => {
  await pool.end()
  await real.close()
})

const ask = {
  ledger: 'services',
  month: '2026-11',
  purpose: '月报',
  street: null,
  second: null,
} as const
const take = (staff: Staff, what: LedgerAsk = ask) => real.office.ledgers.take(staff, what)

test('the ledger of a month holds its days and no other, oldest first', async () => {
  const lines = await take(real.adviser)
  expect(lines.map(({ record }) => record.day)).toEqual(['2026-11-02', '2026-11-19'])
  expect(await take(real.adviser, { ...ask, street: HUAYANG })).toHaveLength(2)
  expect(await take(real.adviser, { ...ask, street: JIANGSU })).toEqual([])
  const cells = lines.map((line) => ledgerCells('services', line, (code) => code))
  const { heading, rows } = ledgerTable('services', cells, (key) => key)
  const at = (name: string) => rows[0]?.[heading.indexOf(`column.${name}`)]
  expect([at('type'), at('minutes'), at('at_home'), at('state'), at('words')]).toEqual([
    'type.visit',
    30,
    'at_home.yes',
    'services_state.done',
    '到2026-11-02',
  ])
})

test('it shows only what this person may see, and the audit knows who took it and what for', async () => {
  const far = await real.house.hire([JIANGSU])
  expect(await take(far)).toEqual([])
  const lead = await real.house.hire([HUAYANG], { role: 'supervisor' })
  await take(lead, { ...ask, purpose: '给区里的月报' })
  const auditor = await real.house.hire([], { role: 'auditor' })
  await expect(take(auditor)).rejects.toMatchObject({ code: 'not_allowed' })
  const admin = await real.house.hire([], { role: 'admin' })
  const rows = await transaction(pool, settingsOf(admin), (tx) =>
    rowsOf<{ reason: string; fields: string[] }>(
      tx,
      {
        name: 'ledger_audit',
        text: `select reason, fields from audit where act = 'ledger.exported' and actor = $1`,
      },
      [lead.id],
    ),
  )
  expect(rows).toEqual([{ reason: '给区里的月报', fields: ['rows:2'] }])
})

test('more rows than one person may take need a second one', async () => {
  const book = ledgerStore({ pool, ring: RING, clock: { now: real.house.now } })
  expect(await book.take(real.adviser, ask, 1)).toBeNull()
  const second = await real.house.hire([HUAYANG], { role: 'supervisor' })
  expect(await book.take(real.adviser, { ...ask, second }, 1)).toHaveLength(2)
})

test('figures of a week count what came, was done and is late, by committee within one street', async () => {
  const { adviser, office, house } = real
  const today = shanghai(house.now()).day
  const ask = { from: addDays(today, -6), to: today, street: null }
  const before = await office.figures.read(adviser, ask)
  expect(before).toMatchObject({
    by: 'committee',
    all: { place: null, asked: 1, open: 1, late: 0 },
  })
  expect(before.all).toMatchObject({ services: 1, visits: 1, overdue: 0, contact: null })
  const { rows } = await house.desk.listCases(adviser, { list: 'all' })
  const [row] = rows
  await house.desk.claimCase(adviser, row?.number ?? '', row?.version ?? 0)
  house.pass(30 * 60_000)
  await house.desk.noteTry(adviser, row?.number ?? '', {
    how: 'phone',
    reached: true,
    note: '',
  })
  const after = await office.figures.read(adviser, ask)
  expect(after.all).toMatchObject({ contact: 30, open: 1 })
  expect(after.places.reduce((sum, { open }) => sum + open, 0)).toBe(1)
  const district = await house.hire([], { role: 'district' })
  const wide = await office.figures.read(district, ask)
  expect(wide).toMatchObject({ by: 'street', places: [{ place: HUAYANG, asked: 1 }] })
  const far = await office.figures.read(await house.hire([JIANGSU]), ask)
  expect(far).toEqual({ by: 'committee', places: [], all: null })
})
