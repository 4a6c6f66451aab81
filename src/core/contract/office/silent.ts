import { z } from 'zod'
import { At } from '../desk/fields.ts'
import { DayText } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

/** The silent minority (沉默的少数): grave need, no service, no word. */
export const SilentView = z
  .strictObject({
    households: z
      .array(
        z.strictObject({
          household: HouseholdBrief,
          served: DayText.nullable().describe('Last service; null = never.'),
          heard: At.nullable().describe('When the household wrote or asked last.'),
        }),
      )
      .readonly()
      .describe('The longest without a service first; at most 300.'),
  })
  .meta({ id: 'OfficeSilent' })

export type SilentView = z.infer<typeof SilentView>
