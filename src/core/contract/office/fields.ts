import { z } from 'zod'

/** Parts that many shapes of the office share. Codes get their words in the browser. */

export const DayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)), 'no such day')
  .describe('A day in Shanghai, 2026-11-20.')

/** Id of a household, or the number of any of its cases. */
export const HouseholdKey = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,36}$/)
  .describe('Id of the household, or the number of any of its cases.')

export const RecordId = z
  .guid()
  .describe('Made by the client: sent again with the same id, it is written once.')

export const RecordVersion = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe('Version as it was read; another one is refused with 409 stale.')

export const Person = z
  .strictObject({ id: z.string().describe('Staff id.'), name: z.string().describe('Name.') })
  .meta({ id: 'OfficePerson' })

/** Long words of an adviser. */
export const LongWords = z.string().trim().max(5_000).describe('At most 5,000 characters.')

export const ShortWords = z.string().trim().max(200).describe('At most 200 characters.')

/** Money in fen: 100 = 1 yuan; never a fraction. */
export const Fen = z.int().min(0).max(100_000_000_00).describe('Money in fen.')
