import { AGREED } from '../../casework/plan.ts'
import { moreUrgent } from '../../routing/urgency.ts'
import type { Deed } from '../flow/schema.ts'
import { answerOf, type CaseRef, type Memory } from './memory.ts'
import { type Action, note, remember } from './moves.ts'
import type { Signal } from './signal.ts'

/** What a flow may do. The case itself is written out after the turn, when all is known (file-case.ts). */
export function deedActions(deed: Deed): readonly Action[] {
  if ('open_case' in deed) return [remember((m, s) => withCase(m, s, deed.open_case))]
  if ('call_duty' in deed) {
    return [
      remember((m, s) => ({
        ...withCase(m, s, 'unfinished'),
        urgency: moreUrgent(m.urgency, deed.call_duty),
      })),
    ]
  }
  if ('call_person' in deed) {
    return [
      remember((m, s) => ({ ...withCase(m, s, 'unfinished'), wantsPerson: true })),
      note((m) => ({ type: 'person_asked', reason: 'asked', case: m.caseRef?.number ?? null })),
    ]
  }
  if ('leave_note' in deed)
    return [note((m) => noteLeft(m, deed.leave_note)), forget(deed.leave_note)]
  if ('answer_safety' in deed) return [note((m) => safetyAnswered(m, deed.answer_safety))]
  if ('answer_check_in' in deed) return [note((m) => checkInAnswered(m, deed.answer_check_in))]
  if ('answer_satisfaction' in deed)
    return [note((m) => satisfactionAnswered(m, deed.answer_satisfaction))]
  if ('answer_plan' in deed) return [note((m) => planAnswered(m, deed.answer_plan))]
  if ('complain' in deed) {
    return [note((m) => m.caseRef && { type: 'complaint_made', case: m.caseRef.number })]
  }
  return [
    note((m) => ({ type: 'withdrawal_asked', case: m.caseRef?.number ?? null })),
    remember((m) => ({
      answers: {},
      heard: [],
      stated: {},
      caseRef: null,
      trail: [],
      open: m.open,
    })),
  ]
}

/** Opens the case, or lets an unfinished one wait for an adviser; never the other way. What was closed stays so. */
export function withCase(
  memory: Memory,
  signal: Signal,
  status: CaseRef['status'],
): Pick<Memory, 'caseRef'> {
  const known = memory.caseRef
  if (!known || known.status === 'closed') {
    const { caseId: id, caseNumber: number } = signal.fresh
    return { caseRef: { id, number, openedAt: signal.now, status } }
  }
  return { caseRef: status === 'waiting' ? { ...known, status } : known }
}

function noteLeft(memory: Memory, slot: string) {
  const value = answerOf(memory, slot)
  if (typeof value !== 'string' || !memory.caseRef) return null
  return { type: 'note_left', case: memory.caseRef.number, note: value } as const
}

/** A note can be left again and again. */
function forget(slot: string): Action {
  return remember((m) => {
    const { [slot]: _, ...answers } = m.answers
    return { answers }
  })
}

function safetyAnswered(memory: Memory, slot: string) {
  const value = answerOf(memory, slot)
  const safe = value === 'safe' ? true : value === 'unsafe' ? false : null
  return { type: 'safety_answered', safe, case: memory.caseRef?.number ?? null } as const
}

const PLEASED = ['good', 'fair', 'poor'] as const

function satisfactionAnswered(memory: Memory, slot: string) {
  const value = answerOf(memory, slot)
  const how = PLEASED.find((each) => each === value) ?? 'unknown'
  if (!memory.caseRef) return null
  return { type: 'satisfaction_answered', case: memory.caseRef.number, how } as const
}

/** A choice is the answer, a story the words to it. */
function planAnswered(memory: Memory, slot: string) {
  const value = answerOf(memory, slot)
  if (!memory.caseRef || typeof value !== 'string') return null
  const answer = AGREED.find((each) => each === value) ?? null
  const words = answer === null ? value : null
  return { type: 'plan_answered', case: memory.caseRef.number, answer, words } as const
}

const HOW = ['better', 'same', 'worse'] as const

function checkInAnswered(memory: Memory, slot: string) {
  const value = answerOf(memory, slot)
  const how = HOW.find((each) => each === value) ?? 'unknown'
  if (!memory.caseRef) return null
  return { type: 'check_in_answered', case: memory.caseRef.number, how } as const
}
