import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '../../../../src/core/casework/member.ts'
import type { Staff } from '../../../../src/core/people/role.ts'
import { caseWrites } from '../../../../src/edge/storage/cases/case-writes.ts'
import { householdStore } from '../../../../src/edge/storage/household-store.ts'
import { rowsOf } from '../../../../src/edge/storage/pool.ts'
import { transaction } from '../../../../src/edge/storage/transaction.ts'
import type { HouseholdFiles } from '../../../../src/work/ports/household-files.ts'
import {
  aFile,
  anOpening,
  aRoute,
  DISTRICT,
  HUAYANG,
  JIANGSU,
  RING,
} from '../../../support/a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../../support/real-desk.ts'

let house: RealDesk
let files: HouseholdFiles
let feifei: Staff
beforeAll(async () => {
  house = await openRealDesk()
  files = householdStore({ pool: house.deskPool, ring: RING, clock: { now: house.now } })
  feifei = await house.hire([HUAYANG])
})
afterAll(() => house?.close())

/** Somebody asks for help; gives the number of the case. */
async function asks(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const before = await house.desk.listCases(feifei, { list: 'waiting' })
  const known = new Set(before.rows.map(({ number }) => number))
  const resident = house.resident()
  for (const line of ASKING) await resident.says(changes[line] ?? line)
  const { rows } = await house.desk.listCases(feifei, { list: 'waiting' })
  return rows.find(({ number }) => !known.has(number))?.number ?? ''
}

const LI: Member = {
  ...{ name: '李秋月', born: '1947-03-02', idNumber: '310105194703020021', phone: '13900134822' },
  ...{ health: '高血压', work: null, school: null, note: null },
}

const aVisit = () => ({ id: randomUUID(), kind: 'service', day: '2026-11-18' })

const aMember = (member: Partial<Member> = {}) => ({
  ...{ id: randomUUID(), version: null, state: 'here', kin: 'spouse' as const },
  member: { ...LI, ...member },
})

test('a household is found by the name of a member and by the end of her phone number', async () => {
  const { id } = await files.openHousehold(feifei, await asks())
  const written = await files.saveMember(feifei, id, aMember())
  expect(written).toMatchObject({ kind: 'member', state: 'here', version: 1, body: LI })
  for (const typed of ['李秋月', '4822']) {
    const found = await files.findHouseholds(feifei, typed)
    expect(found.map((head) => head.id)).toContain(id)
  }
  for (const whole of [LI.idNumber ?? '', '139 0013 4822']) {
    expect((await files.findHouseholds(feifei, whole)).map((head) => head.id)).toEqual([id])
  }
  const renamed = { ...LI, name: '李秋悦' }
  await files.saveMember(feifei, id, { ...aMember(), id: written.id, version: 1, member: renamed })
  expect(await files.findHouseholds(feifei, '李秋月')).toEqual([])
  expect(await files.findHouseholds(feifei, '李秋悦')).toHaveLength(1)
})

test('an identity number is shown whole to who says why, and that is recorded', async () => {
  const { id } = await files.openHousehold(feifei, await asks())
  const { id: member } = await files.saveMember(feifei, id, aMember({ name: '顾平' }))
  expect(await files.reveal(feifei, id, member, 'idNumber', 'verify')).toBe(LI.idNumber)
  expect(await files.reveal(feifei, id, null, 'phone', 'call')).toMatch(/4821$/)
  const audit = await rowsOf<{ reason: string; fields: string[] }>(house.turn, {
    name: 'test_revealed',
    text: `select reason, fields from audit where act = 'household.revealed' and object = '${`household:${id}`}' order by seq`,
  })
  expect(audit).toEqual([
    { reason: 'verify', fields: ['idNumber'] },
    { reason: 'call', fields: ['phone'] },
  ])
  const readers = await files.readersOf(feifei, id)
  expect(readers[0]).toMatchObject({ by: { id: feifei.id }, act: 'household.revealed' })
})

test('who first asked is corrected with a reason, and found by the new name', async () => {
  const { id } = await files.openHousehold(feifei, await asks())
  await files.correctPerson(feifei, id, { name: '汪秀瑛' }, '身份证上是这个名字')
  expect(await files.openHousehold(feifei, id)).toMatchObject({ name: '汪秀瑛' })
  expect((await files.findHouseholds(feifei, '汪秀瑛')).map((head) => head.id)).toEqual([id])
})

test('two files with one phone number are seen to be alike, joined, and parted to exactly what they were', async () => {
  const phone = { 13800134821: '13700134899' }
  const first = await files.openHousehold(feifei, await asks({ ...phone, 王秀英: '赵建国' }))
  const second = await files.openHousehold(feifei, await asks({ ...phone, 王秀英: '赵小敏' }))
  const third = await files.openHousehold(
    feifei,
    await asks({ 13800134821: '13500134866', 王秀英: '赵大力' }),
  )
  await files.addRecord(feifei, second.id, {
    ...{ id: randomUUID(), kind: 'service', day: '2026-11-18', body: { words: '送了一袋米' } },
  })
  await files.setAdviser(feifei, second.id, feifei.id)
  const alike = await files.alikeOf(feifei, first.id)
  expect(alike.map(({ head, by }) => [head.id, by])).toEqual([[second.id, ['phone']]])

  await files.join(feifei, second.id, third.id, { id: randomUUID(), reason: '一家人' })
  const joining = randomUUID()
  await files.join(feifei, first.id, second.id, { id: joining, reason: '父女' })
  const whole = await files.openHousehold(feifei, third.number)
  expect(whole).toMatchObject({ id: first.id, name: '赵建国', adviser: { id: feifei.id } })
  expect(whole.cases.map(({ number }) => number).sort()).toEqual(
    [first.number, second.number, third.number].sort(),
  )
  expect(await files.listRecords(feifei, first.id, ['service'])).toHaveLength(1)
  expect(await files.alikeOf(feifei, first.id)).toEqual([])
  await expect(
    files.join(feifei, first.id, second.id, { id: randomUUID(), reason: '' }),
  ).rejects.toMatchObject({ code: 'bad_request' })

  await files.part(feifei, first.id, joining)
  expect(await files.openHousehold(feifei, first.id)).toMatchObject({ adviser: null })
  const again = await files.openHousehold(feifei, third.number)
  expect(again).toMatchObject({ id: second.id, adviser: { id: feifei.id } })
  expect(again.cases).toHaveLength(2)
  await expect(files.part(feifei, first.id, joining)).rejects.toMatchObject({ code: 'stale' })
  const refusal = { id: randomUUID(), reason: '同一个电话，是邻居代接' }
  await files.refuse(feifei, first.id, second.id, refusal)
  expect(await files.alikeOf(feifei, first.id)).toEqual([])
  expect(await files.alikeOf(feifei, second.id)).toEqual([])
})

test('the same flat and the same identity number are seen, however the address is written', async () => {
  const one = await files.openHousehold(
    feifei,
    await asks({ 13800134821: '13300134801', 王秀英: '蒋一' }),
  )
  const two = await files.openHousehold(
    feifei,
    await asks({ 13800134821: '13300134802', 王秀英: '蒋二' }),
  )
  await files.correctPerson(feifei, one.id, { address: '定西路 1016 弄 12-602' }, '上门看过')
  const whole = '上海市长宁区华阳路街道定西路1016弄12号602室'
  await files.correctPerson(feifei, two.id, { address: whole }, '户口簿')
  expect(await files.alikeOf(feifei, one.id)).toMatchObject([
    { head: { id: two.id }, by: ['home'] },
  ])
  const idNumber = '310105196601010033'
  await files.saveMember(feifei, one.id, aMember({ name: '蒋父', phone: null, idNumber }))
  await files.saveMember(feifei, two.id, aMember({ name: '蒋父', phone: null, idNumber }))
  expect(await files.alikeOf(feifei, two.id)).toMatchObject([
    { head: { id: one.id }, by: ['home', 'idNumber'] },
  ])
})

test('only who may see the street can look after a household in it', async () => {
  const { id } = await files.openHousehold(feifei, await asks({ 王秀英: '沈阿婆' }))
  const far = await house.hire([JIANGSU])
  for (const nobody of [far.id, randomUUID()]) {
    await expect(files.setAdviser(feifei, id, nobody)).rejects.toMatchObject({
      ...{ code: 'bad_request', details: { field: 'adviser' } },
    })
  }
})

test('a file that goes to another street is parted, and both streets find their own', async () => {
  const stays = await files.openHousehold(feifei, await asks({ 王秀英: '孙留' }))
  const goes = await files.openHousehold(feifei, await asks({ 王秀英: '孙走' }))
  await files.saveMember(feifei, goes.id, aMember({ name: '钱同行' }))
  await files.join(feifei, stays.id, goes.id, { id: randomUUID(), reason: '' })
  const far = await house.hire([JIANGSU])
  await house.desk.claimCases(feifei, [
    { number: goes.number, version: await versionOf(goes.number) },
  ])
  const version = await versionOf(goes.number)
  await house.desk.offerTransfer(feifei, goes.number, version, {
    ...{ street: JIANGSU, person: null, reason: 'moved', note: '', parts: [] },
  })
  await house.desk.acceptTransfer(far, goes.number, await versionOf(goes.number))
  expect(await files.openHousehold(far, goes.number)).toMatchObject({ id: goes.id, name: '孙走' })
  expect((await files.findHouseholds(far, '钱同行')).map(({ id }) => id)).toEqual([goes.id])
  const left = await files.openHousehold(feifei, stays.number)
  expect(left.cases.map(({ number }) => number)).toEqual([stays.number])
})

test("what is to be done goes with a case to who takes it next, and a colleague's part stays", async () => {
  const number = await asks({ 王秀英: '周事多' })
  const claim = async (who: Staff) => house.desk.claimCase(who, number, await versionOf(number))
  const next = await house.hire([HUAYANG])
  const colleague = await house.hire([HUAYANG])
  const version = await claim(feifei)
  const { id } = await files.openHousehold(feifei, number)
  const due = (kind: string, owner: Staff) =>
    files.addRecord(feifei, id, {
      ...{ id: randomUUID(), kind, owner: owner.id, dueOn: '2026-11-28', body: { words: '' } },
    })
  const mine = [await due('follow_up', feifei), await due('measure', feifei)]
  const theirs = await due('measure', colleague)
  const ownerOf = async (record: string) =>
    (await files.listRecords(feifei, id)).find((each) => each.id === record)?.owner?.id
  await house.desk.releaseCase(feifei, number, version, { reason: 'absent', note: '' })
  expect(await ownerOf(mine[0]?.id ?? '')).toBe(feifei.id)
  await claim(next)
  for (const record of mine) expect(await ownerOf(record.id)).toBe(next.id)
  expect(await ownerOf(theirs.id)).toBe(colleague.id)
  expect(await files.pastOf(feifei, id, mine[0]?.id ?? '')).toMatchObject([
    { version: 1, detail: { owner: feifei.id } },
  ])

  await files.setAdviser(feifei, id, colleague.id)
  await files.setAdviser(feifei, id, feifei.id)
  expect(await ownerOf(theirs.id)).toBe(feifei.id)
  for (const record of mine) expect(await ownerOf(record.id)).toBe(next.id)
})

test('who corrects an address to another street takes the file along, and what was joined stays', async () => {
  const stays = await files.openHousehold(feifei, await asks({ 王秀英: '陈留' }))
  const file = aFile({ name: '陈走', phone: '13300134855' })
  const writing = <T>(fn: (to: ReturnType<typeof caseWrites>) => Promise<T>) =>
    transaction(house.turn, null, (tx) => fn(caseWrites(tx, RING)))
  await writing((to) => to.openCase({ ...anOpening(), file }))
  await files.addRecord(feifei, file.id, { ...aVisit(), body: { words: '送过米' } })
  await files.join(feifei, stays.id, file.id, { id: randomUUID(), reason: '' })
  const moved = { ...file, route: aRoute(JIANGSU) }
  await writing((to) => to.updateCase({ file: moved, at: house.now() }))
  const far = await house.hire([JIANGSU])
  const gone = await files.openHousehold(far, file.number)
  expect(gone).toMatchObject({ id: file.id, name: '陈走' })
  expect(await files.listRecords(far, gone.id, ['service'])).toMatchObject([
    { body: { words: '送过米' } },
  ])
  const left = await files.openHousehold(feifei, stays.number)
  expect(left.cases.map(({ number }) => number)).toEqual([stays.number])
  await expect(files.openHousehold(feifei, file.number)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('talks, assessments and every change of a record are told of the whole file', async () => {
  const { id, number } = await files.openHousehold(feifei, await asks({ 王秀英: '周阿婆' }))
  const [talk] = await files.talksOf(feifei, id)
  expect(talk).toMatchObject({ number, name: '周阿婆', files: [] })
  expect(talk?.heard.map(({ code }) => code)).toContain('ill')
  const need = { id: randomUUID(), kind: 'need', body: { words: '要人陪诊' } }
  await files.addRecord(feifei, id, need)
  await files.changeRecord(feifei, id, need.id, 1, { state: 'met' })
  const changes = await files.changesOf(feifei, id)
  expect(changes.map(({ kind, state, version }) => [kind, state, version])).toEqual([
    ['need', 'met', 2],
    ['need', 'unmet', 1],
  ])
  expect(changes[0]?.body).toEqual({ words: '要人陪诊' })
  const events = await files.eventsOf(feifei, id)
  expect(events.map(({ kind }) => kind)).toContain('consent_given')
  const far = await house.hire([JIANGSU])
  const asked = [
    'talksOf',
    'assessmentsOf',
    'eventsOf',
    'changesOf',
    'readersOf',
    'alikeOf',
  ] as const
  for (const verb of asked) {
    await expect(files[verb](far, id)).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('an erased household keeps its lines, and they say nothing and are found by nothing', async () => {
  const { id, cases } = await files.openHousehold(feifei, await asks({ 王秀英: '卫消失' }))
  await files.saveMember(feifei, id, aMember({ name: '卫不在', idNumber: '310105195503020099' }))
  await files.addRecord(feifei, id, { id: randomUUID(), kind: 'need', body: { words: '要人陪诊' } })
  await transaction(house.turn, null, (tx) =>
    caseWrites(tx, RING).eraseCase(DISTRICT, cases[0]?.id ?? '', house.now()),
  )
  const left = await files.listRecords(feifei, id)
  expect(left.map(({ kind, body }) => [kind, body]).sort()).toEqual([
    ['member', null],
    ['need', null],
  ])
  expect(await files.findHouseholds(feifei, '卫不在')).toEqual([])
  expect(await files.findHouseholds(feifei, '310105195503020099')).toEqual([])
  expect((await files.talksOf(feifei, id))[0]).toMatchObject({ name: null, phone: null, heard: [] })
  expect((await files.changesOf(feifei, id)).every(({ body }) => body === null)).toBe(true)
})

async function versionOf(number: string): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(house.turn, {
    name: `test_version_${number}`,
    text: `select version from help_case where district_id = '${DISTRICT}' and number = '${number}'`,
  })
  return row?.version ?? 0
}

test('who is known comes back to the own adviser; with the adviser off duty, to the street', async () => {
  const phone = { 13800134821: '13600134877' }
  const { id } = await files.openHousehold(feifei, await asks({ ...phone, 王秀英: '冯阿姨' }))
  await files.setAdviser(feifei, id, feifei.id)
  const queueOf = async (number: string) => {
    const { rows } = await house.desk.listCases(feifei, { list: 'waiting' })
    const row = rows.find((each) => each.number === number)
    return [row?.queue, row?.reason]
  }
  const back = await asks({ ...phone, 王秀英: '冯阿姨' })
  expect(await queueOf(back)).toEqual([`adviser:${feifei.id}`, 'own_adviser'])
  const stranger = await asks({ 13800134821: '13600134878', 王秀英: '褚阿姨' })
  expect((await queueOf(stranger))[1]).not.toBe('own_adviser')
  await house.desk.setDuty(feifei, false)
  const absent = await asks({ ...phone, 王秀英: '冯阿姨' })
  expect((await queueOf(absent))[1]).not.toBe('own_adviser')
})
