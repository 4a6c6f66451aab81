import { z } from 'zod'
import { StreetCode, Version } from './fields.ts'

/** Where the home is, as an adviser found out. */
export const PlaceCase = z.strictObject({
  version: Version.optional(),
  street: StreetCode,
  committee: z
    .string()
    .regex(/^\d{12}$/)
    .optional()
    .describe('12-digit code of the committee, when it is known; one of that street.'),
})
