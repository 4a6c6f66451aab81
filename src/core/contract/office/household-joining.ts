import { z } from 'zod'
import { At } from '../desk/fields.ts'
import { HouseholdKey, RecordId } from './fields.ts'
import { HouseholdView } from './household.ts'

/** Other files that look like the same household, and those that were joined. */
export const AlikeView = z
  .strictObject({
    alike: z
      .array(
        z.strictObject({
          head: HouseholdView,
          by: z.array(z.enum(['phone', 'home', 'idNumber'])).readonly(),
        }),
      )
      .readonly(),
    joined: z
      .array(
        z.strictObject({
          id: z.string().describe('Of the joining; to part it again.'),
          reason: z.string().nullable(),
          by: z.string(),
          at: At,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'OfficeAlike' })

/** What joining would bring together. Nothing is changed. */
export const JoinPreview = z
  .strictObject({
    into: HouseholdView,
    from: HouseholdView,
    members: z.array(z.string()).readonly().describe('Names, of both.'),
    records: z
      .array(z.strictObject({ kind: z.string(), into: z.int(), from: z.int() }))
      .readonly()
      .describe('How many records of each kind.'),
    openCases: z.int().describe('Open requests of both.'),
    possible: z.boolean().describe('false: they are of two streets, or one file already.'),
  })
  .meta({ id: 'OfficeJoinPreview' })

export const JoinFiles = z.strictObject({
  id: RecordId,
  other: HouseholdKey,
  reason: z.string().trim().min(1).max(200).describe('How one knows; it is recorded.'),
})

export const PartFiles = z.strictObject({ joining: z.guid() })
