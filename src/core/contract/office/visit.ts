import { z } from 'zod'
import { Place } from '../desk/fields.ts'
import { DayText, Person } from './fields.ts'

/** Parts that service records, follow-ups and reminders share. */

/** A household in a line of a list. */
export const HouseholdBrief = z
  .strictObject({
    id: z.string().describe('Id of the household.'),
    number: z.string().describe('Number of its first case.'),
    name: z.string().nullable().describe('Who first asked for help.'),
    street: Place.nullable(),
    committee: Place.nullable(),
    grade: z.string().nullable().describe('none · low · medium · high; null = open.'),
    adviser: Person.nullable().describe('Who looks after it.'),
  })
  .meta({ id: 'OfficeHouseholdBrief' })

export type HouseholdBrief = z.infer<typeof HouseholdBrief>

/** Days from–to, and the street one looks at. */
export const DaysAsked = z.strictObject({
  from: DayText.optional(),
  to: DayText.optional(),
  street: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional()
    .describe('9-digit street; absent or empty = all of your own.'),
})
