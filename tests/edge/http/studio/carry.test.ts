import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  foldersIn,
  readDocuments,
  writeDocuments,
} from '../../../../src/edge/sources/document-texts.ts'
import { usageLog } from '../../../../src/edge/storage/usage/usage-log.ts'
import { importTexts, textsInForce } from '../../../../src/work/office/studio/carry-texts.ts'
import { DISTRICT, RING } from '../../../support/a-case.ts'
import { openStudioHouse, type StudioHouse } from '../../../support/studio-house.ts'

let house: StudioHouse
let folder: string
beforeAll(async () => {
  house = await openStudioHouse()
  folder = await mkdtemp(join(tmpdir(), 'hearth-carry-'))
})
afterAll(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

const FILE = 'flows/help-request.yaml'

test('documents go out and come back byte by byte; what differs becomes a draft', async () => {
  const admin = await house.hire('admin', '安管理')
  const texts = await textsInForce(house.parts, admin)
  await writeDocuments(folder, texts)
  const back = await readDocuments(foldersIn(folder))
  expect([...back]).toEqual([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  expect(await readFile(join(folder, FILE), 'utf8')).toBe(await readFile(FILE, 'utf8'))
  expect(await importTexts(house.parts, admin, back)).toEqual({ drafted: [], conflicts: [] })

  await writeFile(join(folder, FILE), `${texts.get(FILE)}# 说明\n`)
  const changed = await readDocuments(foldersIn(folder))
  expect(await importTexts(house.parts, admin, changed)).toEqual({ drafted: [FILE], conflicts: [] })
  expect(await importTexts(house.parts, admin, changed)).toEqual({ drafted: [], conflicts: [] })
  // Somebody goes on with the draft: the file does not write over it.
  await house.parts.documents.saveDraft(admin, { path: FILE, text: 'other', version: 1 })
  expect(await importTexts(house.parts, admin, changed)).toEqual({ drafted: [], conflicts: [FILE] })
})

test('only an admin brings files in', async () => {
  const adviser = await house.hire('adviser', '邓菲菲')
  await expect(importTexts(house.parts, adviser, new Map())).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

test('what happens at the steps is counted from the log, once, whoever counts and however often', async () => {
  const admin = await house.signIn(await house.hire('admin', '数管理'))
  const ask = async (query = '') => {
    const path = `/usage?flow=help_request&from=2026-11-01&to=2026-12-31${query}`
    const { status, body } = await admin.get(path)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const consent = ({ lines }: Awaited<ReturnType<typeof ask>>) =>
    lines.find(({ step }: { step: string }) => step === 'consent')
  for (let n = 0; n < 7; n += 1) {
    const resident = house.resident()
    await resident.says('你好')
    if (n < 5) await resident.says('好的')
  }
  await house.countUsage()
  // Younger than a minute: its neighbours may still be on their way.
  expect((await ask()).lines).toEqual([])
  house.pass(2 * 60_000)
  await Promise.all([house.countUsage(), house.countUsage()])
  await house.countUsage()
  expect(consent(await ask())).toMatchObject({ shown: 5, answered: 5, left: 0, skipped: 0 })
  expect(consent(await ask('&by=channel'))).toMatchObject({ group: 'web', shown: 5 })
  expect((await ask('&channel=line')).lines).toEqual([])
  expect((await ask()).choices).toMatchObject({ channels: ['web'], streets: [] })
  await house.resident().says('你好')
  house.pass(2 * 60_000)
  await house.countUsage()
  expect(consent(await ask())).toMatchObject({ shown: 10, answered: 5 })
  const adviser = await house.signIn(await house.hire('adviser', '顾问丁'))
  expect((await adviser.get('/usage?flow=help_request&from=2026-11-01&to=2026-11-30')).status).toBe(
    403,
  )
})

test('how wordings fare is added up by text, and told as every other figure', async () => {
  const admin = await house.signIn(await house.hire('admin', '问管理'))
  const log = usageLog({ pool: house.storage.turn, ring: RING, district: DISTRICT })
  const heard = { day: '2026-11-20', flow: 'help_request', step: 'people', asked_again: 2 } as const
  const cells = [
    { ...heard, wording: 'a', text: '0badcafe', shown: 9, at_once: 6, left: 1 },
    { ...heard, wording: 'b', text: '0badf00d', shown: 8, at_once: 7, left: 0 },
  ] as const
  for (let n = 0; n < 2; n += 1) {
    await house.resident().says('你好')
    house.pass(3 * 60_000)
    await log.countNext(house.now(), () => ({ steps: [], wordings: cells }))
  }
  const { body } = await admin.get('/wordings?flow=help_request&from=2026-11-01&to=2026-12-31')
  const line = { step: 'people', asked_again: null }
  expect(body.lines).toEqual([
    { ...line, wording: 'a', text: '0badcafe', shown: 20, at_once: 10, left: null },
    { ...line, wording: 'b', text: '0badf00d', shown: 15, at_once: 15, left: 0 },
  ])
})

test('a warning that is there already is marked as known and needs no tick, a new one does', async () => {
  const admin = await house.signIn(await house.hire('admin', '安管理'))
  const path = 'flows/my-case.yaml'
  const { text } = (await admin.get(`/document?path=${path}`)).body
  const doubled = text.replace(/^( +)ask: (.*)$/m, '$1ask: $2还有呢？')
  const check = async (now: string) =>
    (await admin.post('/check', { texts: { [path]: now }, talks: false })).body.problems
  const same: readonly { readonly known?: boolean }[] = await check(`${text}# 说明\n`)
  expect(same.every(({ known }) => known)).toBe(true)
  const more: readonly { readonly code: string; readonly known?: boolean }[] = await check(doubled)
  const fresh = more.filter(({ known }) => !known)
  expect(fresh.map(({ code }) => code)).toContain('two_questions')
})

test('a workbook of questions goes out and comes back through the gate; other files are refused', async () => {
  const admin = await house.signIn(await house.hire('admin', '表管理'))
  const out = await admin.file(`/xlsform?path=flows/my-case.yaml`)
  expect(out.type).toContain('spreadsheetml')
  const data = out.bytes.toString('base64')
  const { status, body } = await admin.post('/carry', { name: 'form.xlsx', data })
  expect(status, JSON.stringify(body)).toBe(200)
  const [flow] = body.flows
  expect(flow.path).toBe('flows/my-case.yaml')
  expect(flow.text).toContain('ask: 您想做什么？')
  const seen = await admin.post('/check', { texts: { 'flows/carried.yaml': flow.text } })
  expect(seen.status).toBe(200)
  for (const [name, bytes] of [
    ['form.xlsx', 'no workbook'],
    ['flow.json', '{"flows":[]}'],
    ['flow.json', '{'],
  ] as const) {
    const bad = { name, data: Buffer.from(bytes).toString('base64') }
    expect((await admin.post('/carry', bad)).status, name).toBe(400)
  }
  const adviser = await house.signIn(await house.hire('adviser', '顾问戊'))
  expect((await adviser.post('/carry', { name: 'form.xlsx', data })).status).toBe(403)
})
