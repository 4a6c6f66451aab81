import { z } from 'zod'
import { PLACE_REASONS } from '../../casework/desk-lists.ts'
import { Place, StreetCode, Version } from './fields.ts'

const CommitteeCode = z
  .string()
  .regex(/^\d{12}$/)
  .describe('12-digit code of the committee, when it is known; one of that street.')

/** Where the home is, as an adviser found out (核实住址). */
export const PlaceCase = z.strictObject({
  version: Version.optional(),
  street: StreetCode,
  committee: CommitteeCode.optional(),
  reason: z.enum(PLACE_REASONS).default('other').describe('How one knows; kept.'),
  note: z.string().trim().max(5_000).default('').describe('Internal.'),
})

export const RouteQuery = z.strictObject({
  street: StreetCode,
  committee: CommitteeCode.optional(),
})

export const RouteView = z
  .strictObject({
    rule: z.string().describe('Code of the routing rule.'),
    sentence: z.string().describe('Where it goes and why.'),
    queue: z.string().describe('The queue it would stand in.'),
    leaves: z.boolean().describe('It goes where you do not see it.'),
  })
  .meta({ id: 'DeskRoute' })

export const Placed = z
  .strictObject({
    number: z.string().describe('The case.'),
    version: z.int().describe('Its new version.'),
    route: RouteView.describe('Computed anew from that home.'),
  })
  .meta({ id: 'DeskPlaced' })

export const DeskPlaces = z
  .strictObject({
    streets: z
      .array(
        z.strictObject({
          code: z.string().describe('9-digit street.'),
          name: z.string().describe('Its name.'),
          committees: z.array(Place).readonly().describe('Its committees.'),
        }),
      )
      .readonly()
      .describe('The whole district.'),
  })
  .meta({ id: 'DeskPlaces' })
