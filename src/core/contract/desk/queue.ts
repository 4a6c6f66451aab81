import { z } from 'zod'
import { CASE_STATUSES, STAGES } from '../../casework/case-file.ts'
import { QUEUE_FILTERS, QUEUE_LISTS } from '../../casework/desk-lists.ts'
import { URGENCIES } from '../../routing/urgency.ts'
import { At, GradeCode, Points } from './fields.ts'

export const QueueQuery = z.strictObject({
  street: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional()
    .describe('Only this street; empty or absent = all of mine.'),
  filter: z.enum(QUEUE_FILTERS).optional().describe('One filter; absent = all.'),
  status: z
    .enum(QUEUE_LISTS)
    .default('waiting')
    .describe('waiting = nobody has it, mine = I have it, all = everything open.'),
  q: z
    .string()
    .max(40)
    .optional()
    .describe('Name or part of it, case number, or the last four digits of the phone.'),
  owner: z
    .union([z.guid(), z.literal('')])
    .optional()
    .describe('With `mine`: the cases of this colleague instead of one’s own.'),
  after: z.string().max(64).optional().describe('`next` of the page before.'),
})

/** A running clock. */
const ClockShape = z
  .strictObject({
    due: At.describe('When it runs out.'),
    met: At.nullable().describe('When it was stopped; null while it runs.'),
    breached: z.boolean().describe('It ran out, or was met too late.'),
    paused: z.boolean().describe('Not counted now: two tries are logged, nobody answered.'),
  })
  .meta({ id: 'DeskClock' })

const TransferState = z
  .strictObject({
    id: z.string().describe('Id of the transfer.'),
    direction: z.enum(['in', 'out']).describe('in = offered to a street of mine.'),
    from: z.strictObject({
      street: z.string().describe('Street that offers it.'),
      streetName: z.string().describe('Its name.'),
      person: z.string().nullable().describe('Who offers it.'),
    }),
    to: z.strictObject({
      street: z.string().describe('Street it is offered to.'),
      streetName: z.string().describe('Its name.'),
      person: z.string().nullable().describe('Person it is meant for.'),
    }),
    reason: z.string().describe('Code of the reason.'),
    reasonLabel: z.string().describe('The reason in words.'),
    note: z.string().nullable().describe('What the sender wrote; only in the case itself.'),
    parts: z.array(z.string()).readonly().describe('What goes along: transcript, notes.'),
    at: At.describe('Since when it waits.'),
  })
  .meta({ id: 'DeskTransfer' })

const Fact = z.strictObject({
  code: z
    .enum(['crisis', 'breached', 'urgency', 'due', 'points', 'opened'])
    .describe('Rank in the order, greatest first.'),
  label: z.string().describe('The fact in words.'),
})

export const QueueRow = z
  .strictObject({
    number: z.string().describe('Number of the case.'),
    version: z.int().describe('Send it back with what you do.'),
    status: z.enum(CASE_STATUSES).describe('Where the case stands.'),
    statusLabel: z.string().describe('The same in words.'),
    stage: z.enum(STAGES).describe('One of the four stages.'),
    name: z.string().nullable().describe('Name as the resident gave it.'),
    phone: z.string().nullable().describe('Masked: 138****4821.'),
    forWhom: z
      .enum(['self', 'family', 'neighbour'])
      .nullable()
      .describe('For whom it is asked; null = not said.'),
    forWhomLabel: z.string().nullable().describe('The same in words.'),
    grade: GradeCode.nullable().describe('Null while the points leave it open.'),
    gradeRange: z.tuple([GradeCode, GradeCode]).nullable().describe('Lowest and highest possible.'),
    gradeLabel: z.string().describe('高度, 中度–高度, 待评.'),
    points: Points.nullable().describe('Least and most, of 12.'),
    confirmed: z.boolean().describe('An adviser confirmed the assessment.'),
    urgency: z.enum(URGENCIES).describe('now · same_day · normal.'),
    urgencyLabel: z.string().describe('The same in words.'),
    crisis: z
      .strictObject({
        tier: z.string().describe('watch · high · imminent.'),
        type: z.string().nullable().describe('Kind of danger.'),
        label: z.string().describe('The kind in words.'),
        acknowledged: z.boolean().describe('Somebody sees to it.'),
      })
      .nullable()
      .describe('Danger.'),
    story: z.string().nullable().describe('The hardest thing in the resident’s own words, cut.'),
    channel: z.string().describe('Code of the channel.'),
    channelLabel: z.string().describe('The channel in words.'),
    unverified: z
      .string()
      .nullable()
      .describe('What another office wrote and nobody has asked the person about yet, in words.'),
    source: z.string().describe('Link, QR code or hotline it came from.'),
    street: z.string().nullable().describe('9-digit code; null = to be placed by hand (人工分派).'),
    streetName: z.string().nullable().describe('Name of the street.'),
    committee: z.string().nullable().describe('12-digit code.'),
    committeeName: z.string().nullable().describe('Name of the committee.'),
    opened: At.describe('When it was opened.'),
    acknowledge: ClockShape.describe('接手: being taken.'),
    contact: ClockShape.describe('首次联系: first two-way contact.'),
    breached: z.boolean().describe('One of the running clocks ran out.'),
    why: z.strictObject({
      facts: z.array(Fact).readonly().describe('In the order in which they count.'),
      sentence: z.string().describe('为什么排在这里, one sentence.'),
    }),
    route: z.strictObject({
      rule: z.string().describe('Code of the routing rule.'),
      sentence: z.string().describe('Why it came to this street.'),
      queue: z.string().describe('The queue it stands in.'),
    }),
    stopped: z
      .strictObject({
        step: z.string().describe('Id of the step.'),
        label: z.string().describe('停在「…」, the question the resident did not answer.'),
      })
      .nullable()
      .describe('For an unfinished request.'),
    snoozed: At.nullable().describe('Put aside by its adviser until then (稍后).'),
    tries: z.int().describe('Logged tries to reach the resident.'),
    claimed: z
      .strictObject({
        id: z.string().describe('Staff id.'),
        name: z.string().describe('Name.'),
        at: At.describe('Since when.'),
        mine: z.boolean().describe('It is me.'),
      })
      .nullable()
      .describe('Who has it.'),
    transfer: TransferState.nullable().describe('An open transfer.'),
    sample: z.boolean().describe('Invented (样例数据).'),
  })
  .meta({ id: 'DeskQueueRow' })

export type QueueRow = z.infer<typeof QueueRow>

export const QueuePage = z
  .strictObject({
    cases: z.array(QueueRow).readonly().describe('In queue order; at most 50.'),
    next: z.string().nullable().describe('Send as `after`; null at the end.'),
    counts: z
      .strictObject({
        all: z.int().describe('All of this list and street.'),
        overdue: z.int().describe('A clock ran out.'),
        today: z.int().describe('Urgency now or same_day.'),
        high: z.int().describe('Certainly or possibly of the grade high.'),
        unfinished: z.int().describe('未完成求助.'),
        transferred: z.int().describe('With an open transfer, to us or from us.'),
        crisis: z.int().describe('With danger.'),
        snoozed: z.int().describe('Put aside by its adviser.'),
      })
      .describe('Cases for each filter, whatever is searched for.'),
    lists: z
      .strictObject({
        waiting: z.int().describe('Nobody has it.'),
        mine: z.int().describe('I have it.'),
      })
      .describe('For the numbers beside the menu.'),
    wakes: At.nullable().describe('When the next case that I put aside comes back.'),
    now: At.describe('Time of the server.'),
  })
  .meta({ id: 'DeskQueuePage' })

export type QueuePage = z.infer<typeof QueuePage>
