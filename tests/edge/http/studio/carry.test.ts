import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  foldersIn,
  readDocuments,
  writeDocuments,
} from '../../../../src/edge/sources/document-texts.ts'
import { importTexts, textsInForce } from '../../../../src/work/office/studio/carry-texts.ts'
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
