import { z } from 'zod'
import { At } from '../desk/fields.ts'
import { HouseholdKey, Person, RecordId, RecordVersion } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

const Words = z.string().trim().max(500)

export const ReminderView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    state: z.string().describe('sent · late · done · not_done · struck.'),
    open: z.boolean(),
    to: Person.nullable().describe('The colleague who has to answer.'),
    partner: z.string().nullable().describe('The partner who has to, by a link.'),
    words: z.string().describe('What is asked.'),
    dueAt: At.describe('Until when; then the lead of the street is called.'),
    by: Person.describe('Who asks.'),
    answer: z.string().describe('Words of the answer.'),
  })
  .meta({ id: 'OfficeReminder' })

export type ReminderView = z.infer<typeof ReminderView>

export const RemindersFound = z
  .strictObject({ reminders: z.array(ReminderView).readonly() })
  .meta({ id: 'OfficeReminders' })

export const SendReminder = z
  .strictObject({
    household: HouseholdKey,
    id: RecordId,
    to: z.guid().nullable().describe('Staff id of the colleague; null for a partner.'),
    partner: z.string().trim().min(1).max(60).nullable().describe('Name of the partner.'),
    words: Words.min(1),
  })
  .refine(({ to, partner }) => (to === null) !== (partner === null), {
    path: ['to'],
    error: 'Either a colleague or a partner.',
  })

export const ReminderSent = z
  .strictObject({
    reminder: ReminderView,
    link: z
      .string()
      .nullable()
      .describe('Path of the link for a partner: told once, works once. Null for a colleague.'),
  })
  .meta({ id: 'OfficeReminderSent' })

export const AnswerReminder = z.strictObject({
  version: RecordVersion,
  done: z.boolean(),
  words: Words,
})

export const CancelReminder = z.strictObject({ version: RecordVersion, reason: Words.min(1) })
