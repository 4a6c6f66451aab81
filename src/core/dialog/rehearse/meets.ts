import type { CaseFile } from '../../casework/case-file.ts'
import type { Value } from '../machine/memory.ts'
import type { Failure } from './failure.ts'
import { memoryIn, type Session } from './session.ts'
import type { Expectation } from './stored-talk.ts'

/** What of an expectation a session does not meet. */
export function meets(session: Session, expected: Expectation): readonly Failure[] {
  const memory = memoryIn(session)
  const types = new Set(session.events.map((event) => event.type as string))
  return [
    ...Object.entries(expected.slots ?? {}).flatMap(([slot, value]) => {
      const kept = memory?.answers[slot]
      const is = kept && 'value' in kept ? plain(kept.value) : (kept?.basis ?? null)
      return differs(slot, is, value)
    }),
    ...differs('urgency', memory?.urgency, expected.urgency),
    ...(expected.events ?? [])
      .filter((type) => !types.has(type))
      .map((about): Failure => ({ code: 'no_event', about })),
    ...(expected.no_events ?? [])
      .filter((type) => types.has(type))
      .map((about): Failure => ({ code: 'event', about })),
    ...(expected.heard ?? [])
      .filter((code) => !memory?.heard.some((need) => need.code === code))
      .map((about): Failure => ({ code: 'not_heard', about })),
    ...caseDiffers(session.file, expected.case),
  ]
}

function caseDiffers(file: CaseFile | null, expected: Expectation['case']): readonly Failure[] {
  if (expected === undefined) return []
  if (expected === null) return file ? [{ code: 'case' }] : []
  if (!file) return [{ code: 'no_case' }]
  const deprived = Object.entries(file.assessment?.deprived ?? {}).flatMap(([code, is]) =>
    is ? [code] : [],
  )
  return [
    ...differs('case.status', file.status, expected.status),
    ...differs('case.stage', file.stage, expected.stage),
    ...differs('case.phone', file.phone, expected.phone),
    ...differs('case.name', file.name, expected.name),
    ...differs('case.grade', file.assessment?.grade, expected.grade),
    ...(expected.deprived
      ? differs('case.deprived', [...deprived].sort(), [...expected.deprived].sort())
      : []),
    ...differs('case.queue', file.route.queue, expected.queue),
    ...differs('case.street', file.route.street ?? null, expected.street),
    ...differs('case.committee', file.route.committee, expected.committee),
    ...differs('case.rule', file.route.rule, expected.rule),
    ...differs('case.urgency', file.urgency, expected.urgency),
    ...differs('case.crisis', file.crisis?.type, expected.crisis),
    ...differs('case.wants_person', file.wantsPerson, expected.wants_person),
  ]
}

function differs(about: string, is: unknown, expected: unknown): readonly Failure[] {
  if (expected === undefined || same(is, expected)) return []
  return [{ code: 'differs', about, expected: show(expected), is: show(is) }]
}

/** Money of one amount reads as the number, an address as its committee, street or words. */
function plain(value: Value): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  if ('text' in value) return value.committee ?? value.street ?? value.text
  if ('min' in value) return value.min === value.max ? value.min : [value.min, value.max]
  return value
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const show = (value: unknown) => JSON.stringify(value) ?? 'nothing'
