import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '../../../../src/core/casework/case-file.ts'
import type { Staff } from '../../../../src/core/people/role.ts'
import { run } from '../../../../src/edge/cli/commands/places-proposals.ts'
import type { App } from '../../../../src/edge/http/parts.ts'
import { caseWrites } from '../../../../src/edge/storage/cases/case-writes.ts'
import { readProposals } from '../../../../src/edge/storage/place-proposals.ts'
import { transaction } from '../../../../src/edge/storage/transaction.ts'
import { aFile, anOpening, aRoute, HUAYANG, JIANGSU, NOON, RING } from '../../../support/a-case.ts'
import { openRealDesk, type RealDesk } from '../../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './signed-in.ts'

let house: RealDesk
let app: App
let chief: SignedIn
let feifei: SignedIn
let colleague: Staff
beforeAll(async () => {
  house = await openRealDesk()
  app = await openGate(house)
  chief = await signIn(app, house, await house.hire([], { role: 'district' }))
  colleague = await house.hire([HUAYANG])
  feifei = await signIn(app, house, colleague)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const writing = <T>(fn: (to: ReturnType<typeof caseWrites>) => Promise<T>) =>
  transaction(house.turn, null, (tx) => fn(caseWrites(tx, RING)))

async function unplaced(address: string): Promise<CaseFile> {
  const file = aFile({ route: aRoute(), address })
  await writing((to) => to.openCase({ ...anOpening(), file }))
  return file
}

async function proposals(): Promise<readonly Record<string, unknown>[]> {
  let text = ''
  const write = (part: string) => {
    text += part
  }
  const places = async () => house.house.town.places
  await run([], { stdout: { write }, places, proposals: () => readProposals(house.turn) })
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('a case that nobody could place goes to the street that a person names, and stays there', async () => {
  const file = await unplaced('长宁区幸福家花苑12号301室，门口有棵树')
  const committee = `${HUAYANG}002`
  const to = { street: HUAYANG, committee }
  const placed = await chief.post(`/cases/${file.number}/place`, to)
  expect(placed.status).toBe(200)
  const seen = await feifei.get(`/cases/${file.number}`)
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.body.timeline ?? seen.body)).toContain('核实住址')
  await writing((to) => to.updateCase({ file: { ...file, story: '又想起一件事' }, at: NOON }))
  const { rows } = await house.desk.listCases(colleague, { list: 'waiting' })
  expect(rows.find(({ number }) => number === file.number)).toMatchObject(to)
})

test('what placing teaches is listed without a word of the case, and counted', async () => {
  for (const room of ['8号202室', '19号', '3号楼'])
    await chief.post(`/cases/${(await unplaced(`牡丹花苑${room}`)).number}/place`, {
      street: JIANGSU,
    })
  const found = (await proposals()).find(({ alias }) => alias === '牡丹花苑')
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
  expect(found).toEqual({
    ...{ kind: 'alias', alias: '牡丹花苑', of: JIANGSU, street: JIANGSU, seen: 3, last: day },
  })
  const lines = JSON.stringify(await proposals())
  for (const word of ['202室', '19号', '秦望舒', '4821', '门口']) expect(lines).not.toContain(word)
})

test('what the house already knows is not proposed', async () => {
  const before = (await proposals()).length
  const file = await unplaced('华院居委')
  await chief.post(`/cases/${file.number}/place`, { street: HUAYANG })
  expect(await proposals()).toHaveLength(before)
})

test('the duty and the lead of any street give an unplaced case to the street where it belongs', async () => {
  const lead = await signIn(app, house, await house.hire([JIANGSU], { role: 'supervisor' }))
  const duty = await signIn(app, house, await house.hire([JIANGSU, '']))
  for (const who of [lead, duty]) {
    const { number } = await unplaced('说不清楚')
    if (who === duty) await who.post(`/cases/${number}/claim`, { version: 1 })
    expect((await who.post(`/cases/${number}/place`, { street: HUAYANG })).status).toBe(200)
    const there = await feifei.get(`/cases/${number}`)
    expect(there.body.case.status).toBe('waiting')
    expect((await who.get(`/cases/${number}`)).status).toBe(404)
  }
})

test('nobody places into a street that is not theirs, nor into one that does not exist', async () => {
  const { number } = await unplaced('不清楚')
  expect((await feifei.post(`/cases/${number}/place`, { street: HUAYANG })).status).toBe(404)
  await chief.post(`/cases/${number}/place`, { street: HUAYANG })
  expect((await feifei.post(`/cases/${number}/place`, { street: JIANGSU })).status).toBe(403)
  const { status } = await chief.post(`/cases/${number}/place`, { street: '310106014' })
  expect(status).toBe(400)
  const elsewhere = { street: HUAYANG, committee: `${JIANGSU}001` }
  expect((await chief.post(`/cases/${number}/place`, elsewhere)).status).toBe(400)
  const stale = await chief.post(`/cases/${number}/place`, { street: HUAYANG, version: 0 })
  expect(stale.status).toBe(409)
})

test('the words of an address are looked at, the way is thought ahead, and placing walks it anew', async () => {
  const { number } = await unplaced('长宁区华阳路街道华院居委 3 号')
  const { supposed } = (await chief.get(`/cases/${number}`)).body
  expect(supposed.sure).toBe(true)
  expect(supposed.places[0]).toMatchObject({ street: HUAYANG })
  expect(supposed.places[0].label).toContain('华院')
  const { streets } = (await chief.get('/places')).body
  expect(streets).toHaveLength(10)
  expect(streets[0].committees.length).toBeGreaterThan(5)
  const home = { street: HUAYANG, committee: supposed.places[0].committee }
  const query = new URLSearchParams(home)
  const ahead = (await chief.get(`/cases/${number}/route?${query}`)).body
  expect(ahead).toMatchObject({ leaves: false })
  expect(ahead.sentence).toContain('华院')
  const before = (await chief.get(`/cases/${number}`)).body.case.route
  expect(before.rule).toBe('triage')
  const body = { ...home, reason: 'asked', note: '电话里说的' }
  const placed = await chief.post(`/cases/${number}/place`, body)
  expect(placed.body.route).toEqual(ahead)
  const { case: row, timeline } = (await chief.get(`/cases/${number}`)).body
  expect(row.route).toMatchObject({ rule: ahead.rule, sentence: ahead.sentence })
  expect(timeline.at(-1).sentence).toContain('问过本人或家人')
  expect(timeline.at(-1).words).toBe('电话里说的')
})

test('what the resident writes later does not unsay where the home is', async () => {
  const file = await unplaced('说不清楚的地方')
  await chief.post(`/cases/${file.number}/place`, { street: HUAYANG })
  const before = (await chief.get(`/cases/${file.number}`)).body.case.route
  await writing((to) => to.updateCase({ file: { ...file, story: '又一件事' }, at: NOON }))
  expect((await chief.get(`/cases/${file.number}`)).body.case.route).toEqual(before)
})
