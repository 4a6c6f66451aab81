import { z } from 'zod'
import { At, Place } from '../desk/fields.ts'
import { Person } from './fields.ts'

/** The head of a household's file (一户一档). */
export const HouseholdView = z
  .strictObject({
    id: z.string().describe('Id of the household.'),
    number: z.string().describe('Number of its first case.'),
    street: Place.nullable(),
    committee: Place.nullable(),
    name: z.string().nullable().describe('Who first asked for help.'),
    phone: z.string().nullable().describe('Masked.'),
    adviser: Person.nullable().describe('Who looks after it (责任顾问).'),
    grade: z.string().nullable().describe('none · low · medium · high; null = open.'),
    confirmed: z.boolean().describe('Whether an adviser has confirmed the grade.'),
    cases: z
      .array(
        z.strictObject({
          id: z.string(),
          number: z.string(),
          status: z.string(),
          openedAt: At,
          grade: z.string().nullable(),
        }),
      )
      .readonly()
      .describe('Oldest first.'),
    openedAt: At,
    sample: z.boolean().describe('Invented.'),
  })
  .meta({ id: 'OfficeHousehold' })

export type HouseholdView = z.infer<typeof HouseholdView>

export const HouseholdsFound = z
  .strictObject({ households: z.array(HouseholdView).readonly() })
  .meta({ id: 'OfficeHouseholds' })

export const SetAdviser = z.strictObject({
  adviser: z.guid().nullable().describe('Staff id; null = nobody.'),
})
