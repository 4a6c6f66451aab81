import { z } from 'zod'
import { NEED_STATES } from '../../casework/needs-list.ts'
import { URGENCIES } from '../../routing/urgency.ts'
import { RecordId, RecordVersion, ShortWords } from './fields.ts'

const NeedCode = z
  .string()
  .regex(/^[a-z_]{2,30}$/)
  .nullable()
  .describe('Code of an indicator or of a heard need; null = only words.')
const State = z.enum(NEED_STATES)
const Urgency = z.enum(URGENCIES)

/** The needs list (需求清单). */
export const NeedsView = z
  .strictObject({
    needs: z
      .array(
        z.strictObject({
          code: NeedCode,
          words: z.string().nullable(),
          urgency: Urgency,
          state: State,
          source: z.enum(['indicator', 'heard', 'hand']),
          quote: z.string().nullable().describe("The resident's own words."),
          record: z
            .strictObject({ id: z.string(), version: z.int() })
            .nullable()
            .describe('null = derived: nobody has touched it.'),
        }),
      )
      .readonly()
      .describe('Open ones first, urgent ones first.'),
  })
  .meta({ id: 'OfficeNeeds' })

export const SaveNeed = z.strictObject({
  id: RecordId,
  version: RecordVersion.nullable().describe(
    'null = a new one, or a derived one that is taken up.',
  ),
  code: NeedCode,
  words: ShortWords.nullable(),
  urgency: Urgency,
  state: State,
})
