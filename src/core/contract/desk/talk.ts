import { z } from 'zod'
import { GIVE_BACK_PLACES } from '../../casework/desk-lists.ts'
import { IndicatorCodeShape, OnceId } from './fields.ts'

/** What is sent with the verbs that reach the resident. */

export const TakeOver = z.strictObject({ id: OnceId })

export const Say = z.strictObject({
  id: OnceId,
  text: z.string().min(1).describe('To the resident, at most 10,000 characters.'),
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
