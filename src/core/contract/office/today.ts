import { z } from 'zod'
import { At, Place } from '../desk/fields.ts'
import { DayText } from './fields.ts'

const ClockItem = z.strictObject({
  number: z.string().describe('The case.'),
  name: z.string().nullable(),
  clock: z.enum(['acknowledge', 'contact', 'plan']).describe('接手, 首次联系 or 方案.'),
  due: At,
  breached: z.boolean(),
  crisis: z.boolean().describe('With danger.'),
  urgency: z.string().describe('now · same_day · normal.'),
})

const DueItem = z.strictObject({
  id: z.string().describe('Id of the record.'),
  kind: z.string().describe('Kind of record: follow_up, subtask …'),
  household: z.string().describe('Id of the household.'),
  number: z.string().describe('Its number.'),
  name: z.string().nullable(),
  grade: z.string().nullable(),
  dueOn: DayText,
  late: z.int().describe('Days overdue; 0 = today; below 0 = still to come.'),
  committee: Place.nullable(),
})

export const TodayView = z
  .strictObject({
    day: DayText,
    clocks: z.array(ClockItem).readonly().describe('Running clocks of my cases, the next first.'),
    unread: z
      .array(z.strictObject({ number: z.string(), name: z.string().nullable(), at: At }))
      .readonly()
      .describe('Residents of mine who wrote since I looked, the longest waiting first.'),
    followUps: z.array(DueItem).readonly().describe('Due until today, the most urgent first.'),
    reminders: z.array(DueItem).readonly().describe('Questions to me that are not answered.'),
    tasks: z.array(DueItem).readonly().describe('What else is due until tomorrow.'),
    visits: z
      .array(z.strictObject({ committee: Place.nullable(), items: z.array(DueItem).readonly() }))
      .readonly()
      .describe('Follow-ups of this week by committee: one walk, several doors.'),
    changes: z
      .array(
        z.strictObject({
          number: z.string(),
          name: z.string().nullable(),
          sentence: z.string().describe('What happened, in words.'),
          at: At,
        }),
      )
      .readonly()
      .describe('In my cases since yesterday morning, by others; newest first.'),
    waiting: z.int().describe('Cases that nobody has yet.'),
    overdue: z.int().describe('Of those, with a clock that ran out.'),
  })
  .meta({ id: 'OfficeToday' })

export type TodayView = z.infer<typeof TodayView>
