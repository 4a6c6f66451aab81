import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../../src/core/people/role.ts'
import { HOUR, MINUTE } from '../../../src/core/time.ts'
import { HUAYANG } from '../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk, type Resident } from '../../support/real-desk.ts'

/** Every edge of who has the floor: bot → waiting for a person → person → bot, or the end. */

let house: RealDesk
let adviser: Staff
beforeAll(async () => {
  house = await openRealDesk()
  adviser = await house.hire([HUAYANG])
})
afterAll(() => house.close())

/** A resident in the middle of the questions, with a case that the adviser has. */
async function talking(): Promise<{ readonly resident: Resident; readonly number: string }> {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  const row = rows.find(({ name }) => name === '王秀英')
  if (!row) throw new Error(`no case: ${rows.length}`)
  await house.desk.claimCase(adviser, row.number, row.version)
  return { resident, number: row.number }
}

const stateOf = async (number: string) => (await house.desk.readCase(adviser, number)).floor.state

test('the bot asks until a person takes over, and then says nothing to the next messages', async () => {
  const { resident, number } = await talking()
  expect(await stateOf(number)).toBe('bot')
  await house.desk.takeOver(adviser, number, randomUUID())
  expect(await stateOf(number)).toBe('person')
  expect((await resident.reads()).at(-1)).toContain('沈一鸣')
  for (const text of ['好的', '我在', '3600']) expect(await resident.says(text)).toEqual([])
})

test('the same message of an adviser is said once', async () => {
  const { resident, number } = await talking()
  const id = randomUUID()
  await house.desk.sayTo(adviser, number, id, '您好，我看到了。')
  await house.desk.sayTo(adviser, number, id, '您好，我看到了。')
  const all = await resident.reads()
  expect(all.filter((text) => text === '您好，我看到了。')).toHaveLength(1)
})

test('words of danger raise an alert while a person talks, and the numbers are given', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  const before = (await house.desk.listAlerts(adviser)).length
  house.news.length = 0
  const [reply] = await resident.says('我不想活了')
  expect(reply).toMatch(/\d{3}/)
  const alerts = await house.desk.listAlerts(adviser)
  expect(alerts.length).toBe(before + 1)
  expect(alerts.at(-1)).toMatchObject({ number, type: 'suicide' })
  expect(house.news.map(({ about }) => about)).toContain('alerts')
  expect(await stateOf(number)).toBe('person')
})

test('withdrawing is honoured while a person talks', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  const asked = await resident.says('撤回')
  expect(asked.join('')).toContain('撤回')
})

test('given back, the open question comes again', async () => {
  const { resident, number } = await talking()
  const open = (await resident.reads()).at(-2)
  await house.desk.takeOver(adviser, number, randomUUID())
  await house.desk.giveBack(adviser, number, randomUUID())
  expect(await stateOf(number)).toBe('bot')
  const [, again] = (await resident.reads()).slice(-2)
  expect(again).toBeDefined()
  expect([open, again].join()).toMatch(/？/)
  expect(await resident.says('两个人')).not.toEqual([])
})

test('given back for chosen questions, only those are asked', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  const place = { at: 'questions', questions: ['soc', 'hou'] } as const
  await house.desk.giveBack(adviser, number, randomUUID(), place)
  const first = (await resident.reads()).at(-1)
  const [after] = [await resident.says('1')]
  const asked = [first, ...after].join('\n')
  expect(asked).toContain('现在住得怎么样')
  expect(asked).toContain('平时有人来往')
  expect(asked).not.toContain('生大病')
  const { askable } = await house.desk.readCase(adviser, number)
  expect(askable.map(({ code }) => code)).not.toContain('hou')
})

test('given back for a date, what the resident writes is kept for the adviser', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  await house.desk.giveBack(adviser, number, randomUUID(), { at: 'appointment', questions: [] })
  expect((await resident.reads()).at(-1)).toContain('方便')
  expect((await resident.says('星期三上午')).join('')).toContain('留着')
})

test('given back to end, the talk ends and can be taken over again', async () => {
  const { number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  await house.desk.giveBack(adviser, number, randomUUID(), { at: 'end', questions: [] })
  expect(['ended', 'bot']).toContain(await stateOf(number))
  await house.desk.takeOver(adviser, number, randomUUID())
  expect(await stateOf(number)).toBe('person')
})

test('a resident who asks for a person waits for one, and whoever comes is announced', async () => {
  const { resident, number } = await talking()
  await resident.says('0')
  expect(await stateOf(number)).toBe('waiting_person')
  await house.desk.takeOver(adviser, number, randomUUID())
  expect(await stateOf(number)).toBe('person')
})

test('an adviser who has not seen the newest message is asked to look first', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  const { transcript } = await house.desk.readCase(adviser, number)
  const seen = transcript.at(-1)?.seq ?? 0
  await resident.says('还有一件事')
  const saying = house.desk.sayTo(adviser, number, randomUUID(), '明天见', seen)
  await expect(saying).rejects.toMatchObject({ code: 'stale' })
  await house.desk.sayTo(adviser, number, randomUUID(), '明天见', seen + 999)
  expect(await resident.reads()).toContain('明天见')
})

test('closing tells the resident the outcome and ends the talk', async () => {
  const { resident, number } = await talking()
  const { row } = await house.desk.readCase(adviser, number)
  const how = { outcome: 'helped', told: '已经帮上忙', note: '', recheck: null } as const
  await house.desk.closeCase(adviser, number, row.version, how)
  expect((await resident.reads()).at(-1)).toContain('已经帮上忙')
  expect(await stateOf(number)).toBe('ended')
})

test('only who has the case speaks in it', async () => {
  const { number } = await talking()
  const other = await house.hire([HUAYANG])
  const far = await house.hire(['310105002'])
  const saying = (who: Staff) => house.desk.sayTo(who, number, randomUUID(), 'x')
  await expect(saying(other)).rejects.toMatchObject({ code: 'already_claimed' })
  await expect(saying(far)).rejects.toMatchObject({ code: 'not_found' })
})

test('four working hours of silence tell the adviser, eight give the talk back', async () => {
  const { resident, number } = await talking()
  await house.desk.takeOver(adviser, number, randomUUID())
  const kinds = async () =>
    (await house.desk.readCase(adviser, number)).events.map(({ kind }) => kind)
  house.pass(3 * HOUR)
  await house.rounds()
  expect(await kinds()).not.toContain('resident_quiet')
  // Friday 14:01: four working hours are over.
  house.pass(HOUR + MINUTE)
  await house.rounds()
  await house.rounds()
  expect((await kinds()).filter((kind) => kind === 'resident_quiet')).toHaveLength(1)
  const notices = (await house.desk.listNotices(adviser)).filter((each) => each.number === number)
  expect(notices).toMatchObject([{ kind: 'quiet', seen: false }])
  expect(await stateOf(number)).toBe('person')
  // Over the weekend nobody works: still the adviser's on Sunday.
  house.pass(48 * HOUR)
  await house.rounds()
  expect(await stateOf(number)).toBe('person')
  house.pass(24 * HOUR)
  await house.rounds()
  await house.rounds()
  expect((await kinds()).filter((kind) => kind === 'given_back_quiet')).toHaveLength(1)
  expect(await stateOf(number)).toBe('bot')
  expect((await resident.reads()).join()).toContain('小助手接着问')
})

/** The case is closed, and the resident is there again. */
async function comeAgain(name: string, told: readonly string[] = ASKING): Promise<Resident> {
  const resident = house.resident()
  for (const text of told) await resident.says(text === '王秀英' ? name : text)
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  const { number = '', version = 0 } = rows.find((row) => row.name === name) ?? {}
  await house.desk.claimCase(adviser, number, version)
  const { row } = await house.desk.readCase(adviser, number)
  const how = { outcome: 'helped', told: '已经帮上', note: '', recheck: null } as const
  await house.desk.closeCase(adviser, number, row.version, how)
  for (const text of ['你好', '有新的难处', '同意']) await resident.says(text)
  return resident
}

test('who comes again for the own home is read back what was told here, and the reading is recorded', async () => {
  const resident = await comeAgain('王秀珍')
  const [back = ''] = await resident.says('我自己')
  expect(back).toContain('王秀珍')
  expect(back).toContain('138****4821')
  expect(back).toContain('华院居委')
  const { rows: read } = await house.turn.query(
    "select actor, fields from audit where act = 'case.read_back' order by seq desc limit 1",
  )
  expect(read[0]).toMatchObject({ actor: 'turn' })
  expect(read[0]?.fields).toContain('phone')
  expect((await resident.says('都对')).at(-1)).toContain('最难的是什么事')
  for (const text of ['我尿毒症在做腹透，没钱看病', '对', '都没有']) await resident.says(text)
  const { rows } = await house.desk.listCases(adviser, { list: 'waiting' })
  const again = rows.find(({ name }) => name === '王秀珍')
  const { file } = await house.desk.readCase(adviser, again?.number ?? '')
  expect(file.phone).toBe('13800134821')
  expect(file.answers.find(({ slot }) => slot === 'phone')).toMatchObject({ basis: 'prefill' })
})

test('who comes again for somebody else is read back nothing', async () => {
  const resident = await comeAgain('王秀兰')
  const said = await resident.says('我的邻居')
  expect(said.join('')).toContain('他（她）知道')
  const later = [...(await resident.says('知道')), ...(await resident.says('老刘'))]
  expect(later.join('')).not.toMatch(/4821|王秀兰|华院/)
})

test('after a cry about violence nothing is read back: whoever holds the phone may be whom she fled', async () => {
  const beaten = [...ASKING.slice(0, -1), '5', '安全']
  const resident = await comeAgain('王秀芳', beaten)
  const said = (await resident.says('我自己')).join('')
  expect(said).not.toMatch(/4821|华院/)
  expect(said).toContain('怎么称呼')
})
