import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { GRADES } from '../../../../src/core/assessment/model.ts'
import { CASE_STATUSES } from '../../../../src/core/casework/case-file.ts'
import * as lists from '../../../../src/core/casework/desk-lists.ts'
import { EVENT_TYPES } from '../../../../src/core/events/event.ts'
import { INDICATORS } from '../../../../src/core/indicators.ts'
import { ROLES } from '../../../../src/core/people/role.ts'
import { ROUTE_RULES } from '../../../../src/core/routing/route.ts'
import { URGENCIES } from '../../../../src/core/routing/urgency.ts'
import { CRISIS_TYPES } from '../../../../src/core/understanding/understood.ts'
import { loadTexts } from '../../../../src/edge/sources/texts.ts'

const { has } = await loadTexts(resolve(import.meta.dirname, '../../../../locales/zh-CN'), 'desk')

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  role: ROLES,
  status: CASE_STATUSES,
  grade: GRADES,
  urgency: URGENCIES,
  danger: CRISIS_TYPES,
  reason: ROUTE_RULES,
  indicator: INDICATORS,
  release: lists.RELEASE_REASONS,
  reveal: lists.REVEAL_REASONS,
  transfer: lists.TRANSFER_REASONS,
  transfer_part: lists.TRANSFER_PARTS,
  decline: lists.DECLINE_REASONS,
  outcome: lists.OUTCOMES,
  reopen: lists.REOPEN_REASONS,
  contact: lists.CONTACT_WAYS,
  give_back: lists.GIVE_BACK_PLACES,
  filter: lists.QUEUE_FILTERS,
}

test.each(Object.entries(GROUPS))('each code of %s has its word', (group, codes) => {
  expect(codes.filter((code) => !has(`${group}.${code}`))).toEqual([])
})

/** Events of the dialog that leave no line in the history of a case. */
const SILENT = [
  'answer_corrected',
  'answer_not_understood',
  'answer_recorded',
  'answer_skipped',
  'case_opened',
  'case_updated',
  'complaint_made',
  'consent_refused',
  'desk_noted',
  'repair_used',
]

test('each line that the bot writes into a history has its sentence', () => {
  const lines = EVENT_TYPES.filter((type) => !SILENT.includes(type))
  expect(lines.filter((type) => !has(`event.${type}`))).toEqual([])
})
