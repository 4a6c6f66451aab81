import { z } from 'zod'
import { GIVE_BACK_PLACES } from '../../casework/desk-lists.ts'
import { FILES_A_MESSAGE } from '../limits.ts'
import { IndicatorCodeShape, OnceId } from './fields.ts'

/** What is sent with the verbs that reach the resident. */

export const TakeOver = z.strictObject({ id: OnceId })

export const Say = z.strictObject({
  id: OnceId,
  text: z
    .string()
    .default('')
    .describe('To the resident, at most 10,000 characters. Empty only beside files.'),
  files: z
    .array(z.guid())
    .max(FILES_A_MESSAGE)
    .default([])
    .describe('Ids from POST …/files, at most six.'),
  seen: z
    .int()
    .min(0)
    .optional()
    .describe('Newest message the adviser has seen; when the resident wrote since: 409 stale.'),
})

export const GiveBack = z.strictObject({
  id: OnceId,
  at: z
    .enum(GIVE_BACK_PLACES)
    .default('open_question')
    .describe('Where the bot goes on: the open question, chosen questions, only a date, the end.'),
  questions: z
    .array(IndicatorCodeShape)
    .max(10)
    .default([])
    .describe('Indicators to ask for, when `at` is questions.'),
})

export const Capture = z.strictObject({
  slot: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/)
    .describe('Slot to fill (记为): income, people, illness …'),
  value: z
    .union([
      z.string().max(500),
      z.number(),
      z.boolean(),
      z.array(z.string().max(100)).max(20),
      z.strictObject({ min: z.number(), max: z.number(), per: z.string().max(10).optional() }),
    ])
    .describe('Value of the slot: text, number, yes/no, list of codes, or a range of money.'),
  seq: z.int().min(0).describe('Message it was taken from.'),
  quote: z.string().max(500).optional().describe('The words that were selected.'),
})

export const Presence = z.strictObject({
  typing: z.boolean().default(false).describe('Writing to the resident just now.'),
})

export const Attached = z
  .strictObject({
    kept: z
      .array(
        z.strictObject({
          id: z.string().describe('To be named in POST …/say.'),
          kind: z.enum(['image', 'audio', 'file']).describe('What its bytes say it is.'),
          label: z.string().describe('The kind in words.'),
        }),
      )
      .readonly()
      .describe('Kept with the conversation; not said yet.'),
    refused: z
      .array(
        z.strictObject({
          why: z.enum(['empty', 'too_large', 'kind', 'heic', 'broken', 'full', 'channel']),
          message: z.string().describe('Why, as a sentence for people.'),
        }),
      )
      .readonly()
      .describe('What could not be taken.'),
  })
  .meta({ id: 'DeskAttached' })
