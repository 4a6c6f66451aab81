import { z } from 'zod'
import { StaffId } from '../desk/fields.ts'
import { DayText, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

/** Register of advisers (顾问备案) and the households that are helped first (重点帮扶). */

export const RegisterAsked = z.strictObject({
  from: DayText.optional().describe('Services are counted from here; absent = since New Year.'),
  to: DayText.optional(),
})

export const RegisterView = z
  .strictObject({
    from: DayText,
    to: DayText,
    advisers: z
      .array(
        z.strictObject({
          ...Person.shape,
          role: z.string().describe('adviser · supervisor.'),
          streets: z.array(z.string()).readonly().describe('Codes.'),
          on: z.string().nullable().describe('Registered since; null = not registered.'),
          version: z.int().describe('0 = nobody has said anything yet.'),
          helps: z.int().describe('Service records in these days (帮扶次数).'),
          households: z.int().describe('Households they were for.'),
          keys: z.int().describe('Key households that this person looks after.'),
        }),
      )
      .readonly()
      .describe('By name.'),
    streets: z
      .array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          advisers: z.int().describe('People who work for it.'),
          registered: z.int().describe('Of them registered.'),
          short: z
            .boolean()
            .describe(
              'Fewer than two registered: each street must have two (沪民救发〔2020〕15号).',
            ),
        }),
      )
      .readonly()
      .describe('Streets of the district.'),
    keys: z
      .array(
        z.strictObject({
          household: HouseholdBrief,
          id: z.string(),
          version: z.int(),
          owner: Person.nullable(),
          since: z.string(),
          why: z.string(),
          helps: z.int().describe('Service records in these days.'),
        }),
      )
      .readonly()
      .describe('Households that are helped first.'),
    helps: z.int().describe('All service records in these days.'),
    leads: z.boolean().describe('You may change the register.'),
  })
  .meta({ id: 'OfficeRegister' })

export type RegisterView = z.infer<typeof RegisterView>

export const SetRegistered = z.strictObject({
  on: DayText.nullable().describe('Registered since; null = not any more.'),
  version: z.int().min(0).max(2_147_483_647).describe('As it was read; 0 = the first time.'),
})

export const MarkHousehold = z.strictObject({
  id: RecordId,
  adviser: StaffId,
  why: ShortWords.describe('May be empty.'),
})

export const EndMark = z.strictObject({
  version: RecordVersion,
  reason: ShortWords.describe('May be empty.'),
})
