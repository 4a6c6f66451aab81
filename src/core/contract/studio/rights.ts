import { z } from 'zod'
import { ROLES } from '../../people/role.ts'

const RightKind = z
  .enum(['translate', 'legal'])
  .describe(
    'translate: writes documents of other languages. legal: clears words of danger and consent.',
  )

/** What I may do in the studio. */
export const StudioMay = z
  .strictObject({
    edit: z.boolean(),
    translate: z.boolean(),
    decide: z.boolean(),
    legal: z.boolean(),
    read: z.boolean(),
  })
  .meta({ id: 'StudioMay' })

/** Everybody of the district, with what an admin gave them beside their role. */
export const StudioPeople = z
  .strictObject({
    people: z
      .array(
        z.strictObject({
          id: z.uuid(),
          name: z.string(),
          role: z.enum(ROLES),
          kinds: z.array(RightKind).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioPeople' })

export const SetRight = z.strictObject({
  staff: z.uuid(),
  kind: RightKind,
  held: z.boolean().describe('Given, or taken away.'),
})
