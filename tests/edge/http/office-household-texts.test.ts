import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isApart } from '../../../src/core/casework/apart-kinds.ts'
import { HELP_AIMS, HELP_KINDS } from '../../../src/core/casework/benefit-ledger.ts'
import { EXPORT_PARTS, EXPORT_PURPOSES } from '../../../src/core/casework/export-lists.ts'
import { FILE_KINDS } from '../../../src/core/casework/file-kinds.ts'
import { KIN } from '../../../src/core/casework/member.ts'
import { NEED_STATES } from '../../../src/core/casework/needs-list.ts'
import { PAPERS } from '../../../src/core/casework/papers.ts'
import { INDICATORS } from '../../../src/core/indicators.ts'
import { URGENCIES } from '../../../src/core/routing/urgency.ts'
import { loadTexts } from '../../../src/edge/sources/texts.ts'

const LOCALES = resolve(import.meta.dirname, '../../../locales/zh-CN')

const { has } = await loadTexts(LOCALES, 'office/household')

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  kin: KIN,
  help: HELP_KINDS,
  aim: HELP_AIMS,
  purpose: EXPORT_PURPOSES,
  part: EXPORT_PARTS,
  need_state: NEED_STATES,
  paper_type: PAPERS,
  urgency: URGENCIES,
  indicator: INDICATORS,
}

test.each(Object.entries(GROUPS))('each code of %s has its word in the file', (group, codes) => {
  expect(codes.filter((code) => !has(`${group}.${code}`))).toEqual([])
})

test('each kind of record, and where it stands, is told in words in the history', () => {
  const shown = FILE_KINDS.filter(({ kind }) => !isApart(kind))
  expect(shown.map(({ kind }) => `group.${kind}`).filter((key) => !has(key))).toEqual([])
  const standings = shown.flatMap(({ kind, states }) =>
    states.map((state) => `state_${kind}.${state}`),
  )
  expect(standings.filter((key) => !has(key))).toEqual([])
})
