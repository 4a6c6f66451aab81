import { z } from 'zod'
import { CHANGES, FOLLOW_UP_GROUNDS, FOLLOW_UP_WAYS, RHYTHMS } from '../../casework/follow-up.ts'
import { INDICATORS } from '../../indicators.ts'
import { At } from '../desk/fields.ts'
import { DayText, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

const Rhythm = z
  .enum(Object.keys(RHYTHMS) as [keyof typeof RHYTHMS])
  .nullable()
  .describe('month · quarter · half_year; null = as it is, or none.')

const Reason = z.string().trim().max(200).describe('Why; at most 200 characters.')
const Needed = Reason.min(1)

export const FollowUpView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    state: z.string().describe('due · done · missed · dropped.'),
    open: z.boolean(),
    dueOn: z.string().nullable().describe('Day on which somebody looks after them.'),
    overdue: z.boolean(),
    rhythm: Rhythm,
    ground: z
      .enum(FOLLOW_UP_GROUNDS)
      .describe(
        'grade = by the grade · recheck = after closing · after = after the one before · by_hand.',
      ),
    moved: z.boolean().describe('A person chose another day.'),
    answer: z
      .string()
      .nullable()
      .describe(
        'What the resident answered to the bot before the visit: better · same · worse · unknown.',
      ),
    owner: Person.nullable(),
    how: z.string().nullable().describe('visit · phone · online, once done.'),
    day: z.string().nullable().describe('Day on which it was done.'),
    worse: z.array(z.string()).readonly().describe('Indicators that had become worse.'),
    words: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'OfficeFollowUp' })

export type FollowUpView = z.infer<typeof FollowUpView>

export const FollowUpsFound = z
  .strictObject({ followUps: z.array(FollowUpView).readonly().describe('At most 500.') })
  .meta({ id: 'OfficeFollowUps' })

export const FollowUpsAsked = z.strictObject({
  until: DayText.optional().describe('Due on this day or before.'),
  street: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional()
    .describe('9-digit street; empty = all of your own.'),
  mine: z.enum(['yes', 'no']).optional().describe('Only those that are yours.'),
})

export const OpenedFollowUpView = z
  .strictObject({
    followUp: FollowUpView,
    next: z.string().nullable().describe('Day of the next one, as the rhythm has it.'),
    last: FollowUpView.nullable().describe('The last one that was done.'),
    answer: z
      .strictObject({
        how: z.string(),
        words: z.string().describe('What was added, in own words.'),
        at: At,
      })
      .nullable()
      .describe('What the resident answered to the bot before this visit.'),
    goals: z.array(z.string()).readonly().describe('Goals of the plan in force.'),
  })
  .meta({ id: 'OfficeFollowUpOpened' })

export type OpenedFollowUpView = z.infer<typeof OpenedFollowUpView>

export const AddFollowUp = z.strictObject({
  id: RecordId,
  dueOn: DayText,
  rhythm: Rhythm,
  reason: Needed,
})

export const MoveFollowUp = z.strictObject({
  version: RecordVersion,
  dueOn: DayText,
  rhythm: Rhythm,
  reason: Needed,
})

const Next = z.strictObject({ id: RecordId, dueOn: DayText })

export const FinishFollowUp = z.strictObject({
  version: RecordVersion,
  how: z.enum(FOLLOW_UP_WAYS).describe('How they were met.'),
  day: DayText,
  met: ShortWords.min(1).describe('Who was met.'),
  changes: z
    .partialRecord(z.enum(INDICATORS), z.enum(CHANGES))
    .describe('Indicators beside the time before; what is left out was not looked at.'),
  goals: z
    .array(
      z.strictObject({
        goal: z.string().max(200),
        progress: z.int().min(0).max(100).describe('Per cent.'),
      }),
    )
    .max(20)
    .readonly(),
  words: z.string().trim().max(2_000),
  needs: z
    .array(z.strictObject({ id: RecordId, text: z.string().trim().min(1).max(200) }))
    .max(10)
    .readonly()
    .describe('New needs; each becomes a need of the household.'),
  service: RecordId.describe('Under which the visit stands among the services.'),
  next: Next.nullable().describe('Null = no further one, with the reason.'),
  reason: Reason.describe('Why there is no further one, or why on another day.'),
})

export const FollowUpFinished = z
  .strictObject({
    followUp: FollowUpView,
    next: z.string().nullable().describe('Day of the next one.'),
    worse: z.array(z.string()).readonly().describe('Indicators to assess again: 复评.'),
  })
  .meta({ id: 'OfficeFollowUpFinished' })

export const LeaveFollowUp = z.strictObject({
  version: RecordVersion,
  state: z.enum(['missed', 'dropped']).describe('missed = nobody was met; dropped = not wanted.'),
  reason: Needed,
  next: Next.nullable().describe('When somebody tries again; needed when nobody was met.'),
})
