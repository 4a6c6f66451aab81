import type { z } from 'zod'
import type { CaseSheet, QueueItem } from '../../../core/contract/desk.ts'
import type { Instant } from '../../../core/time.ts'
import type { OpenedCase, WaitingCase } from '../../../work/ports/desk.ts'
import { messageOf } from '../chat/message.ts'
import type { Gate } from '../parts.ts'
import { isBreached } from './clock-words.ts'
import { cut } from './cut.ts'
import { indicatorsOf } from './indicators.ts'
import { marginWords } from './margin-words.ts'

const iso = (at: Instant) => new Date(at).toISOString()

export function queueItemOf(row: WaitingCase, now: Instant): z.infer<typeof QueueItem> {
  const { number, version, status, stage, street, committee, queue, reason, name } = row
  const { grade, points, urgency, crisis, channel } = row
  return {
    ...{ number, version, status, stage, street, committee, queue, reason, name },
    ...{ grade, urgency, crisis, channel },
    story: row.story === null ? null : cut(row.story),
    points: points && [points[0], points[1]],
    opened: iso(row.openedAt),
    due: { acknowledge: iso(row.acknowledgeDue), contact: iso(row.contactDue) },
    breached: isBreached(row, now),
    claimed: row.claimed?.name ?? null,
  }
}

export function caseSheetOf(
  found: OpenedCase,
  now: Instant,
  gate: Gate,
): z.infer<typeof CaseSheet> {
  const { row, file, transcript } = found
  const { name, phone, address, story } = file
  return {
    case: queueItemOf(row, now),
    ...{ name, phone, address, story },
    indicators: indicatorsOf(file).map((each) => ({
      ...each,
      points: [each.points[0], each.points[1]] as [number, number],
      answers: each.answers.map(({ slot }) => slot),
    })),
    margin: marginWords(file, gate.texts.console),
    answers: file.answers.map(({ slot, question, reads, basis, at }) => ({
      ...{ slot, question, reads, basis },
      at: iso(at),
    })),
    transcript: transcript.map(messageOf),
  }
}
