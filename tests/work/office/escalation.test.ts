import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { loadDuty } from '../../../src/edge/sources/duty.ts'
import { escalationStore } from '../../../src/edge/storage/assignment/escalation-store.ts'
import { rosterStore } from '../../../src/edge/storage/roster/roster-store.ts'
import type { RosterBook } from '../../../src/work/ports/roster.ts'
import { type EscalateParts, escalateDangers } from '../../../src/work/rounds/escalate-dangers.ts'
import { DISTRICT, HUAYANG, JIANGSU, RING } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../support/real-desk.ts'

let house: RealDesk
let book: RosterBook
let parts: EscalateParts
let adviser: Staff
let resting: Staff
let lead: Staff
let chief: Staff
const texts: { to: string; key: string }[] = []
let gateway: 'sent' | 'retry' = 'sent'
beforeAll(async () => {
  house = await openRealDesk()
  book = rosterStore({ pool: house.deskPool, ring: RING, clock: { now: house.now } })
  const { steps } = await loadDuty('data/duty/default.yaml')
  parts = {
    escalations: escalationStore({ pool: house.turn, ring: RING }),
    steps,
    partners: [{ district: DISTRICT, phone: '02162520000' }],
    named: (name) => name,
    sms: {
      send: async ({ to, key }) => {
        if (gateway === 'sent') texts.push({ to, key })
        return gateway === 'sent' ? { status: 'sent' } : { status: 'retry' }
      },
    },
    smsText: '有一件危机求助',
    now: house.now,
    announce: () => {},
  }
  adviser = await house.hire([HUAYANG])
  resting = await house.hire([HUAYANG])
  lead = await house.hire([HUAYANG], { role: 'supervisor' })
  chief = await house.hire([], { role: 'district' })
  await house.hire([JIANGSU], { role: 'supervisor' })
  const startsAt = house.now() - HOUR
  await book.addShifts(lead, [
    { id: randomUUID(), street: HUAYANG, staff: adviser.id, startsAt, endsAt: startsAt + 9 * HOUR },
  ])
})
afterAll(() => house.close())

async function aDanger() {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  await resident.says('我不想活了')
  return resident
}

const calls = async (who: Staff) =>
  (await house.desk.listNotices(who)).filter(({ kind }) => kind === 'escalated').length

test('nobody answers: the adviser on duty at once, the lead after 15 minutes, the district after 30', async () => {
  await aDanger()
  await book.setPhone(lead, '13900001111')
  await escalateDangers(parts)
  expect([await calls(adviser), await calls(resting), await calls(lead)]).toEqual([1, 0, 0])
  house.pass(14 * MINUTE)
  await escalateDangers(parts)
  expect(await calls(lead)).toBe(0)
  house.pass(MINUTE)
  await Promise.all([escalateDangers(parts), escalateDangers(parts)])
  await escalateDangers(parts)
  expect([await calls(lead), await calls(chief)]).toEqual([1, 0])
  expect([...new Set(texts.map(({ to }) => to))]).toEqual(['13900001111'])
  house.pass(15 * MINUTE)
  await escalateDangers(parts)
  expect(await calls(chief)).toBe(1)
  const [shown] = await book.listEscalated(adviser)
  expect(shown?.steps.map(({ level }) => level)).toEqual(['committee', 'street', 'district'])
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  const { events } = await house.desk.readCase(adviser, rows[0]?.number ?? '')
  expect(events.filter(({ kind }) => kind === 'escalated')).toHaveLength(3)
})

test('the answer of a person stops it, before the partners are told', async () => {
  const [alert] = await house.desk.listAlerts(adviser)
  await house.desk.acknowledgeAlert(adviser, alert?.id ?? '')
  house.pass(HOUR)
  expect(await escalateDangers(parts)).toBe(0)
  expect(texts.map(({ to }) => to)).not.toContain('02162520000')
  expect(await book.listEscalated(adviser)).toEqual([])
})

test('a gateway that does not answer is asked again, under the same key', async () => {
  texts.length = 0
  gateway = 'retry'
  await aDanger()
  house.pass(15 * MINUTE)
  await escalateDangers(parts)
  expect(texts).toEqual([])
  gateway = 'sent'
  await escalateDangers(parts)
  await escalateDangers(parts)
  expect(texts.map(({ to }) => to)).toEqual(['13900001111'])
})

test('after hours and without a roster somebody is called all the same, once a case', async () => {
  house.pass(10 * HOUR)
  await house.desk.seeNotices(lead)
  const before = [await calls(resting), await calls(adviser)]
  const led = await calls(lead)
  await aDanger()
  await escalateDangers(parts)
  expect([await calls(resting), await calls(adviser)]).toEqual(before.map((count) => count + 1))
  house.pass(HOUR)
  await escalateDangers(parts)
  expect([await calls(resting), await calls(adviser)]).toEqual(before.map((count) => count + 1))
  expect(await calls(lead)).toBe(led + 1)
})
