import { z } from 'zod'
import { At } from '../desk/fields.ts'

/** All that happened to a household: lines of its requests and every change of its records. */
export const TimelineView = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          id: z.string(),
          at: At,
          by: z.string().nullable().describe('null = the house.'),
          number: z.string().nullable().describe('Of the case; null = a record of the file.'),
          group: z
            .string()
            .describe('talk contact assessment routing note system, or the kind of the record.'),
          kind: z.string(),
          state: z.string().nullable(),
          version: z.int().nullable(),
          sentence: z.string().nullable().describe('Of a line of a request.'),
          words: z.string().nullable().describe('What was written with it.'),
        }),
      )
      .readonly()
      .describe('Newest first.'),
  })
  .meta({ id: 'OfficeTimeline' })

export type TimelineLine = z.infer<typeof TimelineView>['lines'][number]
