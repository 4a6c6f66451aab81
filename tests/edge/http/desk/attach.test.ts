import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../../../src/edge/http/parts.ts'
import { fileStore } from '../../../../src/edge/storage/files/file-store.ts'
import type { Files } from '../../../../src/work/ports/files.ts'
import { HUAYANG, JIANGSU, RING } from '../../../support/a-case.ts'
import { aPicture } from '../../../support/pictures.ts'
import { ASKING, openRealDesk, type RealDesk } from '../../../support/real-desk.ts'
import { openGate, type SignedIn, signIn } from './signed-in.ts'

let house: RealDesk
let app: App
let desk: SignedIn
let far: SignedIn
let folder: string
let files: Files
beforeAll(async () => {
  house = await openRealDesk()
  folder = await mkdtemp(join(tmpdir(), 'hearth-attach-'))
  const pools = { turn: house.turn, desk: house.deskPool }
  files = fileStore({ ...pools, ring: RING, folder, clock: { now: house.now } })
  app = await openGate(house, { files })
  desk = await signIn(app, house, await house.hire([HUAYANG], { name: '邓菲菲' }))
  far = await signIn(app, house, await house.hire([JIANGSU]))
})
afterAll(async () => {
  await app.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

async function aClaimed() {
  const resident = house.resident()
  for (const text of ASKING) await resident.says(text)
  const { body } = await desk.get('/queue')
  const [row] = body.cases
  await desk.post(`/cases/${row.number}/claim`, { version: row.version })
  return { number: row.number as string, resident }
}

async function bring(number: string, sent: readonly (Buffer | string)[], who = desk) {
  const form = new FormData()
  for (const each of sent) form.append('files', new Blob([new Uint8Array(Buffer.from(each))]), 'x')
  const request = new Request('http://house', { method: 'POST', body: form })
  const answer = await app.inject({
    method: 'POST',
    url: `/api/desk/cases/${number}/files`,
    headers: {
      cookie: who.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

test('a photo and a paper reach the resident with the words, and stand in the transcript', async () => {
  const { number, resident } = await aClaimed()
  const { status, body } = await bring(number, [await aPicture(), PDF])
  expect([status, body.refused]).toEqual([200, []])
  expect(body.kept.map(({ kind }: { kind: string }) => kind)).toEqual(['image', 'file'])
  const ids = body.kept.map(({ id }: { id: string }) => id)
  const said = { id: randomUUID(), text: '这是要填的表', files: ids }
  for (const _ of ['once', 'and again']) {
    expect((await desk.post(`/cases/${number}/say`, said)).status).toBe(204)
  }
  const shown = await house.engine.readMessages(resident.conversation, 0)
  const told = shown.filter(({ from }) => from === 'adviser')
  expect(told.map(({ text, media }) => [text, media])).toEqual([
    ['这是要填的表', { kind: 'image', files: [ids[0]] }],
    ['文件（PDF）', { kind: 'file', files: [ids[1]] }],
  ])
  const { transcript } = (await desk.get(`/cases/${number}`)).body
  const own = transcript.filter(({ from }: { from: string }) => from === 'adviser')
  expect(own[0].media).toEqual({ kind: 'image', files: [ids[0]] })
  expect((await files.read(resident.conversation, ids[0]))?.type).toBe('image/jpeg')
})

test('files alone are said with a word for what they are', async () => {
  const { number, resident } = await aClaimed()
  const { body } = await bring(number, [await aPicture()])
  const [{ id }] = body.kept
  const answer = await desk.post(`/cases/${number}/say`, { id: randomUUID(), files: [id] })
  expect(answer.status).toBe(204)
  expect((await resident.reads()).at(-1)).toBe('照片')
})

test('what is of a wrong kind, empty or too many is refused with a sentence; the rest is kept', async () => {
  const { number } = await aClaimed()
  const picture = await aPicture()
  const { status, body } = await bring(number, ['GIF89a nothing', '', picture])
  expect(status).toBe(200)
  expect(body.kept).toHaveLength(1)
  expect(body.refused.map(({ why }: { why: string }) => why)).toEqual(['kind', 'empty'])
  for (const { message } of body.refused) expect(message).toMatch(/没有加上/)
  const large = await bring(number, [Buffer.alloc(5_000_001, 1)])
  expect(large.body.refused).toMatchObject([{ why: 'too_large' }])
})

test('nothing said, a foreign file, and who does not have the case are refused', async () => {
  const { number } = await aClaimed()
  const other = await aClaimed()
  const { body } = await bring(other.number, [await aPicture()])
  const say = (files: readonly string[], text = '') =>
    desk.post(`/cases/${number}/say`, { id: randomUUID(), text, files })
  expect((await say([])).status).toBe(400)
  expect((await say([body.kept[0].id], '看照片')).status).toBe(400)
  expect((await bring(number, [PDF], far)).status).toBe(404)
  const colleague = await signIn(app, house, await house.hire([HUAYANG]))
  expect((await bring(number, [PDF], colleague)).status).toBe(409)
})

test('what the channel of the resident cannot show is refused, and said so', async () => {
  const { number } = await aClaimed()
  const on = (channel: string) =>
    house.turn.query('update help_case set channel = $2 where number = $1', [number, channel])
  await on('line')
  const paper = await bring(number, [PDF, await aPicture()])
  expect(paper.body.kept).toMatchObject([{ kind: 'image' }])
  expect(paper.body.refused).toMatchObject([{ why: 'channel' }])
  expect(paper.body.refused[0].message).toContain('收不到这种文件')
  await on('terminal')
  expect((await bring(number, [await aPicture()])).body.kept).toEqual([])
})
