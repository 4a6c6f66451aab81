import type { CaseFile } from '../../src/core/casework/case-file.ts'
import type { Arrived, Reply, Talk } from '../../src/core/dialog/converse.ts'
import type { House } from '../../src/core/dialog/house.ts'
import type { DomainEvent } from '../../src/core/events/event.ts'
import type { Incoming } from '../../src/core/events/incoming.ts'
import { MINUTE } from '../../src/core/time.ts'
import { DISTRICT } from './a-case.ts'

/** A house for `echo`: it reads nothing but the district. */
export const ECHO_HOUSE = { district: DISTRICT } as House

/**
 * A dialog of a dozen lines with the shape of the real one. It counts what it heard and keeps a
 * digest over all of it, so that a lost, doubled or swapped message shows in every later state.
 * Words that make it do more: 开案 opens a case, 补充 updates it, 同意 consents, 撤回 withdraws, 人工
 * asks for a person, 危险 raises an alert, 坏 makes it throw, 存不了 gives a case that no table takes.
 */
export function echo(_house: House, talk: Talk | null, arrived: Arrived): Reply {
  const { incoming, now, fresh } = arrived
  const heard = wordsOf(incoming)
  if (heard.includes('坏')) throw new Error('the dialog broke')
  const before = (talk?.snapshot ?? START) as EchoState
  const file = heard.includes('开案')
    ? fileOf(fresh.caseId, fresh.caseNumber, heard, now)
    : before.file
  const count = before.count + 1
  const digest = digestOf(before.digest, heard)
  return {
    talk: {
      bundle: 'echo',
      flow: 'echo',
      snapshot: { count, digest, file } satisfies EchoState,
      before: [],
      lastAt: now,
    },
    out: incoming.kind === 'silence' ? [] : [say(`第${count}句：${heard}`), say(digest)],
    events: eventsOf(heard, before, file),
    wakeAt: heard.includes('不等') ? null : now + 15 * MINUTE,
  }
}

export type EchoState = {
  readonly count: number
  readonly digest: string
  readonly file: CaseFile | null
}

const START: EchoState = { count: 0, digest: '0', file: null }

export function wordsOf(incoming: Incoming): string {
  if (incoming.kind === 'text') return incoming.text
  if (incoming.kind === 'tap') return incoming.option
  return incoming.kind
}

/** FNV-1a over the words, chained. */
export function digestOf(before: string, words: string): string {
  let hash = Number.parseInt(before, 36) ^ 0x811c9dc5
  for (const sign of words) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619)
  return (hash >>> 0).toString(36)
}

function eventsOf(heard: string, before: EchoState, file: CaseFile | null): readonly DomainEvent[] {
  const events: DomainEvent[] = []
  const id = file?.id ?? null
  if (heard.includes('同意')) events.push({ type: 'consent_given', notice: 'n1' })
  if (heard.includes('开案') && file) events.push({ type: 'case_opened', file })
  if (heard.includes('补充') && before.file)
    events.push({ type: 'case_updated', file: { ...before.file, story: heard } })
  if (heard.includes('存不了') && before.file)
    events.push({ type: 'case_updated', file: { ...before.file, stage: 'nowhere' as 'intake' } })
  if (heard.includes('人工')) events.push({ type: 'person_asked', reason: 'asked', case: id })
  if (heard.includes('危险'))
    events.push({ type: 'crisis_raised', tier: 'high', danger: 'distress', rule: 'r1', case: id })
  if (heard.includes('撤回')) events.push({ type: 'withdrawal_asked', case: id })
  return events
}

function fileOf(id: string, number: string, story: string, openedAt: number): CaseFile {
  return {
    id,
    number,
    status: 'waiting',
    stage: 'routing',
    source: 'web',
    openedAt,
    forWhom: 'self',
    subjectAgrees: null,
    name: '顾小满',
    phone: '13900001234',
    address: null,
    story,
    urgency: 'normal',
    crisis: null,
    wantsPerson: false,
    stoppedAt: null,
    answers: [],
    heard: [],
    assessment: null,
    route: {
      queue: `triage:${DISTRICT}`,
      district: DISTRICT,
      rule: 'triage',
      facts: {},
      formal: [],
    },
    due: { acknowledge: openedAt + 30 * MINUTE, contact: openedAt + 60 * MINUTE },
  }
}

function say(text: string): Reply['out'][number] {
  return { from: 'bot', text, urgency: 'question' }
}
