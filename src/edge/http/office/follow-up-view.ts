import { FOLLOW_UP_GROUNDS, rhythmName, seriesOf } from '../../../core/casework/follow-up.ts'
import type { FollowUpView, OpenedFollowUpView } from '../../../core/contract/office/follow-up.ts'
import { shanghai } from '../../../core/time.ts'
import type { FollowUpLine, OpenedFollowUp } from '../../../work/ports/follow-ups.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { briefOf, textOf } from './visit-views.ts'

/** A follow-up as the browser is given it. */
export function followUpView({ record, head }: FollowUpLine, gate: Gate): FollowUpView {
  const { id, version, state, open, dueOn, owner, day, detail, body } = record
  const { answer, how, worse, ground, moved } = detail
  const today = shanghai(gate.clock()).day
  return {
    ...{ household: briefOf(head, gate), id, version, state, open, dueOn, owner, day },
    overdue: open && dueOn !== null && dueOn < today,
    rhythm: rhythmName(seriesOf(detail)?.rhythm),
    ground: FOLLOW_UP_GROUNDS.find((each) => each === ground) ?? 'by_hand',
    moved: moved === true,
    answer: typeof answer === 'string' ? answer : null,
    how: typeof how === 'string' ? how : null,
    worse: Array.isArray(worse) ? worse.map(String) : [],
    words: textOf(body, 'words'),
    reason: textOf(body, 'reason'),
  }
}

export function openedFollowUpView(opened: OpenedFollowUp, gate: Gate): OpenedFollowUpView {
  const { next, last, answer, goals, head } = opened
  return {
    followUp: followUpView(opened, gate),
    next,
    last: last && followUpView({ record: last, head }, gate),
    answer: answer && { ...answer, at: iso(answer.at) },
    goals,
  }
}
