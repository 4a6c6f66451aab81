import { type ClockState, caseClocks } from '../../../core/casework/case-clocks.ts'
import type { QueueRow } from '../../../core/contract/desk/queue.ts'
import type { DeskRow, OpenTransfer } from '../../../work/ports/desk.ts'
import { INTAKE_SOURCES } from '../../../work/ports/intake.ts'
import { cut } from '../console/cut.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { routeSentence } from './route-words.ts'
import { gradeWords, moment, placeName, word } from './words.ts'

/** A row of the queue as the console reads it. */
export function queueRow(row: DeskRow, staffId: string, gate: Gate): QueueRow {
  const texts = gate.texts.desk
  const now = gate.clock()
  const clocks = caseClocks(row, now)
  const { number, version, status, stage, name, phone, forWhom, urgency, channel, source } = row
  const { street, committee, tries, sample, points, snoozedUntil } = row
  const sentence = routeSentence(committee ?? street, row.reason, gate)
  return {
    ...{ number, version, status, stage, name, phone, forWhom, urgency, channel, source },
    ...{ street, committee, tries, sample },
    statusLabel: word(texts, 'status', status),
    forWhomLabel: forWhom && word(texts, 'for_whom', forWhom),
    grade: row.grade as QueueRow['grade'],
    gradeRange: row.gradeRange && ([...row.gradeRange] as unknown as QueueRow['gradeRange']),
    gradeLabel: gradeWords(texts, row.grade, row.gradeRange),
    points: points && [points[0], points[1]],
    confirmed: row.confirmedAt !== null,
    urgencyLabel: word(texts, 'urgency', urgency),
    crisis: crisisOf(row, gate),
    story: row.story === null ? null : cut(row.story),
    channelLabel: word(texts, 'channel', channel),
    unverified: isUnverified(row) ? texts.say('unverified') : null,
    streetName: street && placeName(gate, street),
    committeeName: committee && placeName(gate, committee),
    opened: iso(row.openedAt),
    acknowledge: clock(clocks.acknowledge),
    contact: clock(clocks.contact),
    breached: clocks.breached,
    why: whyHere(row, clocks, gate),
    route: { rule: row.reason, queue: row.queue, sentence },
    snoozed: snoozedUntil !== null && snoozedUntil > now ? iso(snoozedUntil) : null,
    stopped: stopped(row, gate),
    claimed: row.claimed && {
      ...row.claimed,
      at: iso(row.claimedAt ?? row.openedAt),
      mine: row.claimed.id === staffId,
    },
    transfer: row.transfer && transferOf(row.transfer, gate),
  }
}

/** Written by the hotline, a department or a neighbour; nobody of us has spoken with the person (待电话核实). */
const isUnverified = ({ source, contactedAt }: DeskRow): boolean =>
  contactedAt === null && INTAKE_SOURCES.some((each) => each === source)

function clock({ due, met, breached, paused }: ClockState) {
  return { due: iso(due), met: met === null ? null : iso(met), breached, paused }
}

function crisisOf({ crisis, crisisType, acknowledgedAt }: DeskRow, gate: Gate): QueueRow['crisis'] {
  if (crisis === null || crisis === 'none') return null
  const label = word(gate.texts.desk, 'danger', crisisType ?? 'other')
  return { tier: crisis, type: crisisType, label, acknowledged: acknowledgedAt !== null }
}

/** 为什么排在这里: the facts that the order rests on, in the order in which they count. */
function whyHere(row: DeskRow, clocks: ReturnType<typeof caseClocks>, gate: Gate): QueueRow['why'] {
  const { say } = gate.texts.desk
  const open = row.acknowledgedAt === null && (row.crisis === 'high' || row.crisis === 'imminent')
  const late = [clocks.acknowledge, clocks.contact].filter((each) => each.breached && !each.met)
  const since = row.breachedAt ?? late[0]?.due
  const urgency = word(gate.texts.desk, 'urgency', row.urgency)
  const facts: QueueRow['why']['facts'] = [
    ...(open ? [{ code: 'crisis', label: say('why_here.crisis') } as const] : []),
    ...(since !== undefined && late.length > 0
      ? [{ code: 'breached', label: say('why_here.breached', { at: moment(since) }) } as const]
      : []),
    { code: 'urgency', label: say('why_here.urgency', { urgency }) },
    { code: 'due', label: say('why_here.due', { at: moment(row.contactDue) }) },
    ...(row.points
      ? [{ code: 'points', label: say('why_here.points', { points: row.points[1] }) } as const]
      : []),
    { code: 'opened', label: say('why_here.opened', { at: moment(row.openedAt) }) },
  ]
  const sentence = say('why_here.sentence', { facts: facts.map(({ label }) => label).join('；') })
  return { facts, sentence }
}

/** The first line of the question as it was asked; what only the talk knew is left open. */
function stopped({ stoppedAt, number }: DeskRow, gate: Gate): QueueRow['stopped'] {
  if (stoppedAt === null) return null
  const [first = stoppedAt] = (gate.questionOf(stoppedAt) ?? stoppedAt).trim().split('\n')
  const label = first.replaceAll('{case.number}', number).replaceAll(/\{[\w.]+\}/g, '…')
  return { step: stoppedAt, label }
}

function transferOf(transfer: OpenTransfer, gate: Gate): QueueRow['transfer'] {
  const { id, direction, reason, note, parts, at } = transfer
  const side = (street: string, person: string | null) => ({
    ...{ street, person },
    streetName: placeName(gate, street),
  })
  return {
    ...{ id, direction, reason, note, parts },
    reasonLabel: word(gate.texts.desk, 'transfer', reason),
    from: side(transfer.fromStreet, transfer.fromPerson),
    to: side(transfer.toStreet, transfer.toPerson),
    at: iso(at),
  }
}
