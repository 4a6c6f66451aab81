import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EVENT_TYPES } from '../../../src/core/events/event.ts'
import { HANDLERS, handleEvents } from '../../../src/work/turn/handle.ts'
import { aFile, NOON } from '../../support/a-case.ts'

const CONTEXT = {
  ref: { bucket: 1, id: '01000000-0000-8000-8000-000000000000' },
  seq: 3,
  at: NOON,
  channel: 'web',
  district: '310105',
  notes: { cases: [], consent: null, waiting: [] },
  newId: (name: string) => name,
}

test('every event has its handler, and every handler its event', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual([...EVENT_TYPES].sort())
})

test('every handler is a file named after its event, and no file is left over', () => {
  const folder = join(import.meta.dirname, '../../../src/work/turn/handlers')
  const files = readdirSync(folder).filter((file) => file !== 'handler.ts')
  expect(files.sort()).toEqual(EVENT_TYPES.map((type) => `${type.replaceAll('_', '-')}.ts`).sort())
})

test('an event that nobody handles stops the turn', () => {
  const unknown = { type: 'case_vanished' } as never
  expect(() => handleEvents([unknown], CONTEXT)).toThrow('case_vanished')
})

test('the consent stands first in the history of the case that rests on it', () => {
  const file = aFile()
  const { writes, notes } = handleEvents(
    [
      { type: 'consent_given', notice: 'n1' },
      { type: 'case_opened', file },
    ],
    CONTEXT,
  )
  expect(writes.map(({ kind }) => kind)).toEqual(['open_case', 'case_event'])
  expect(writes[1]).toMatchObject({ what: 'consent_given', detail: { notice: 'n1', given: NOON } })
  expect(notes.cases).toEqual([
    { id: file.id, number: file.number, district: '310105', street: '310105001' },
  ])
})

test('danger calls somebody before there is a case, and by the case when there is one', () => {
  const raised = { type: 'crisis_raised', tier: 'high', danger: 'violence', rule: 'r' } as const
  const alone = handleEvents([{ ...raised, case: null }], CONTEXT)
  expect(alone.writes).toMatchObject([{ kind: 'raise_alert', case: null, district: '310105' }])
  const file = aFile()
  const both = handleEvents(
    [
      { type: 'case_opened', file },
      { ...raised, case: file.number },
    ],
    CONTEXT,
  )
  expect(both.writes).toMatchObject([
    { kind: 'open_case' },
    { kind: 'raise_alert', case: file.id, street: '310105001', type: 'violence' },
    { kind: 'case_event', what: 'crisis_raised' },
  ])
})
