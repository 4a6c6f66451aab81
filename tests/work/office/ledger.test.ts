import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settingsOf } from '../../../src/edge/storage/cases/scope.ts'
import { openPool, type Pool, rowsOf } from '../../../src/edge/storage/pool.ts'
import { transaction } from '../../../src/edge/storage/transaction.ts'
import { readLedger } from '../../../src/edge/storage/visits/read-ledger.ts'
import { ledgerRows } from '../../../src/work/office/services/ledger-rows.ts'
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
  second: null,
  most: 500,
} as const
const parts = () => ({ pool, ring: RING, clock: { now: real.house.now } })

test('the ledger of a month holds its days and no other, oldest first', async () => {
  const lines = await readLedger(parts(), real.adviser, ask)
  expect(lines?.map(({ record }) => record.day)).toEqual(['2026-11-02', '2026-11-19'])
  const words = { say: (key: string) => key, placeName: (code: string) => code }
  const [heading = [], first = []] = ledgerRows('services', lines ?? [], words)
  const at = (name: string) => first[heading.indexOf(`column.${name}`)]
  expect([at('type'), at('minutes'), at('at_home'), at('words')]).toEqual([
    'type.visit',
    30,
    'yes',
    '到2026-11-02',
  ])
})

test('it shows only what this person may see, and the audit knows who took it and what for', async () => {
  const far = await real.house.hire([JIANGSU])
  expect(await readLedger(parts(), far, ask)).toEqual([])
  const lead = await real.house.hire([HUAYANG], { role: 'supervisor' })
  await readLedger(parts(), lead, { ...ask, purpose: '给区里的月报' })
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
  const few = { ...ask, most: 1 }
  expect(await readLedger(parts(), real.adviser, few)).toBeNull()
  const second = await real.house.hire([HUAYANG], { role: 'supervisor' })
  expect(await readLedger(parts(), real.adviser, { ...few, second })).toHaveLength(2)
})
