import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileStore } from '../../../../src/edge/storage/files/file-store.ts'
import { rowsOf } from '../../../../src/edge/storage/pool.ts'
import { transaction } from '../../../../src/edge/storage/transaction.ts'
import type { Files, KeptFile } from '../../../../src/work/ports/files.ts'
import { runJobs } from '../../../../src/work/rounds/jobs.ts'
import { createTurns } from '../../../../src/work/turn/create-turns.ts'
import type { TurnParts } from '../../../../src/work/turn/parts.ts'
import { anAdviser, DISTRICT, HUAYANG, RING } from '../../../support/a-case.ts'
import { openDatabase, type TestDatabase } from '../../../support/database.ts'
import { aPicture } from '../../../support/pictures.ts'
import { aMessage, turnParts } from '../../../support/turns.ts'

let database: TestDatabase
let folder: string
let files: Files
let parts: TurnParts
beforeAll(async () => {
  database = await openDatabase()
  folder = await mkdtemp(join(tmpdir(), 'hearth-files-'))
  const turn = database.pool('hearth_turn')
  const desk = database.pool('hearth_desk')
  files = fileStore({ turn, desk, ring: RING, folder, clock: { now: Date.now } })
  parts = turnParts(turn, { files })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const engine = () => createTurns(parts)

async function aTalk(user: string): Promise<string> {
  return (await engine().receive(aMessage(user, 'first', '开案'))).conversation
}

async function keep(conversation: string, bytes: Buffer): Promise<KeptFile> {
  const kept = await files.keep(conversation, bytes)
  if (kept.status !== 'kept') throw new Error(kept.why)
  return kept
}

const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())

test('a picture is kept without the place, time and phone it came with, and small enough', async () => {
  const conversation = await aTalk('zhou')
  const { id, kind } = await keep(conversation, await aPicture({ width: 4000, height: 3000 }))
  const opened = await files.read(conversation, id)
  expect([kind, opened?.type]).toEqual(['image', 'image/jpeg'])
  const { exif, width, height, format } = await sharp(opened?.bytes).metadata()
  expect({ exif, width, height, format }).toEqual({
    exif: undefined,
    width: 1600,
    height: 1200,
    format: 'jpeg',
  })
})

test('bytes hidden behind a picture are gone', async () => {
  const conversation = await aTalk('qian')
  const hidden = Buffer.concat([await aPicture(), Buffer.from('<?php evil() ?>')])
  const { id } = await keep(conversation, hidden)
  const opened = await files.read(conversation, id)
  expect(Buffer.from(opened?.bytes ?? []).includes('php')).toBe(false)
})

test('on disk a file is sealed, has a random-looking name, and only we may read it', async () => {
  const conversation = await aTalk('sun')
  const paper = Buffer.from('%PDF-1.4 诊断证明 in clear words')
  await keep(conversation, paper)
  const found = (await onDisk()).filter((each) => each.parentPath.endsWith(conversation))
  expect(found).toHaveLength(1)
  const path = join(found[0]?.parentPath ?? '', found[0]?.name ?? '')
  expect(found[0]?.name).toMatch(/^[0-9a-f]{64}$/)
  expect((await readFile(path)).includes('PDF')).toBe(false)
})

test('the same picture sent again is one file; in another talk it has other names', async () => {
  const [one, other] = [await aTalk('li'), await aTalk('wu')]
  const bytes = await aPicture()
  const first = await keep(one, bytes)
  expect(await keep(one, bytes)).toEqual(first)
  expect((await keep(other, bytes)).id).not.toBe(first.id)
  expect(await files.read(other, first.id)).toBeNull()
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a program', Buffer.from('MZ\x90\0 this program'), 'kind'],
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
  ['a picture of an iPhone’s own kind', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1'), 'heic'],
  ['a picture in name only', Buffer.from('\xff\xd8\xff\xe0 not at all', 'latin1'), 'broken'],
  ['too much', Buffer.alloc(5_000_001, '%PDF-'), 'too_large'],
  ['an hour of sound', Buffer.concat([Buffer.from('OggS'), Buffer.alloc(2_000_000)]), 'too_large'],
])('%s is refused with a reason and no error', async (_what, bytes, why) => {
  expect(await files.keep(await aTalk('zheng'), bytes)).toEqual({ status: 'refused', why })
})

test('a picture of too many pixels is refused before it is opened', async () => {
  const bomb = await sharp({
    create: { width: 9000, height: 9000, channels: 3, background: '#fff' },
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await files.keep(await aTalk('wang'), bomb)).toMatchObject({ why: 'broken' })
})

test('a picture that was cut off on the way is refused', async () => {
  const bytes = await aPicture()
  const half = bytes.subarray(0, bytes.length / 2)
  expect(await files.keep(await aTalk('feng'), half)).toMatchObject({ why: 'broken' })
})

test('recordings of Android, iPhone and WAV are told by their bytes', async () => {
  const conversation = await aTalk('chen')
  const heads = ['\x1aE\xdf\xa3 webm', '\0\0\0\x1cftypM4A ', 'RIFF\0\0\0\0WAVEfmt ', 'OggS']
  for (const head of heads) {
    const { kind, id } = await keep(conversation, Buffer.from(head, 'latin1'))
    expect([kind, (await files.read(conversation, id))?.type.slice(0, 6)]).toEqual([
      'audio',
      'audio/',
    ])
  }
})

test('one conversation keeps sixty files and then no more', async () => {
  const conversation = await aTalk('chu')
  for (let n = 0; n < 60; n++) await keep(conversation, Buffer.from(`%PDF-${n}`))
  expect(await files.keep(conversation, Buffer.from('%PDF-more'))).toMatchObject({ why: 'full' })
})

test('an adviser sees a file through a case of the own streets, and it is on record', async () => {
  const supervisor = anAdviser({ role: 'supervisor' })
  const adviser = anAdviser({ streets: [HUAYANG] })
  const user = 'wei'
  const conversation = await aTalk(user)
  const { id } = await keep(conversation, await aPicture())
  const turn = database.pool('hearth_turn')
  const [found] = await rowsOf<{ number: string }>(
    turn,
    'select number from help_case where conversation_id = $1',
    [conversation],
  )
  const number = found?.number ?? ''
  expect((await files.readForDesk(supervisor, number, id)).type).toBe('image/jpeg')
  const audit = await rowsOf(
    database.pool('hearth_audit'),
    `select actor, act, fields from audit where object = 'file:${id}'`,
  )
  expect(audit).toEqual([{ actor: supervisor.id, act: 'file.read', fields: ['image'] }])
  // The case has no street yet: an adviser of a street does not know it, nor its files.
  await expect(files.readForDesk(adviser, number, id)).rejects.toMatchObject({ code: 'not_found' })
  const other = await keep(await aTalk('jiang'), await aPicture({ width: 60, height: 40 }))
  await expect(files.readForDesk(supervisor, number, other.id)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a street that is asked to take a case sees its files when the talk goes along', async () => {
  const asked = anAdviser({ streets: [HUAYANG] })
  const conversation = await aTalk('yang')
  const { id } = await keep(conversation, await aPicture())
  const desk = database.pool('hearth_desk')
  const owner = { actor: 'x', role: 'admin', district: DISTRICT, streets: [] } as const
  const number = await transaction(desk, owner, async (tx) => {
    const { rows } = await tx.query<{ id: string; number: string }>(
      'update help_case set offered_to = $2 where conversation_id = $1 returning id, number',
      [conversation, HUAYANG],
    )
    await tx.query(
      `insert into transfer (district_id, id, case_id, street_id, to_street, from_staff, reason,
         parts, state, at) values ($1, $2, $3, '', $4, $2, 'x', '{notes}', 'pending', now())`,
      [DISTRICT, randomUUID(), rows[0]?.id, HUAYANG],
    )
    return rows[0]?.number ?? ''
  })
  await expect(files.readForDesk(asked, number, id)).rejects.toMatchObject({ code: 'not_found' })
  await transaction(desk, owner, (tx) => tx.query(`update transfer set parts = '{transcript}'`))
  expect((await files.readForDesk(asked, number, id)).type).toBe('image/jpeg')
})

test('the database shows no file to a desk that has not come through a case', async () => {
  await keep(await aTalk('shen'), await aPicture())
  expect(await rowsOf(database.pool('hearth_desk'), 'select * from file')).toEqual([])
})

test('withdrawing takes the files off the disk and out of the database', async () => {
  const talk = engine()
  const conversation = await aTalk('han')
  const { id } = await keep(conversation, await aPicture())
  const media = { kind: 'media', media: 'image', count: 1, files: [id] } as const
  await talk.receive(aMessage('han', 'photo', media))
  expect(await talk.readMessages(conversation, 0)).toContainEqual(
    expect.objectContaining({ from: 'resident', media: { kind: 'image', files: [id] } }),
  )
  await talk.receive(aMessage('han', 'away', '撤回'))
  while ((await runJobs(parts, talk)) > 0);
  expect(await files.read(conversation, id)).toBeNull()
  expect((await onDisk()).filter((each) => each.parentPath.endsWith(conversation))).toEqual([])
  const rows = await rowsOf(
    database.pool('hearth_turn'),
    'select * from file where conversation_id = $1',
    [conversation],
  )
  expect(rows).toEqual([])
  await expect(files.keep(conversation, await aPicture())).rejects.toMatchObject({
    code: 'not_found',
  })
})
