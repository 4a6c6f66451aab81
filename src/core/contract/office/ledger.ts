import { z } from 'zod'
import { LEDGERS } from '../../casework/ledger-table.ts'
import { At } from '../desk/fields.ts'

const Street = z
  .string()
  .regex(/^\d{9}$/)
  .nullable()
  .describe('9-digit street; null = all that you may see.')

const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .describe('Month in Shanghai, 2026-11.')

const Asked = {
  ledger: z.enum(LEDGERS).describe('services · follow-ups · reminders · aid.'),
  month: Month,
  street: Street,
  purpose: z.string().trim().min(1).max(100).describe('What for; recorded, and on every sheet.'),
}

/** Takes a ledger (台账) out. */
export const TakeLedger = z.strictObject(Asked)

export type TakeLedger = z.infer<typeof TakeLedger>

export const LedgerTaken = z
  .strictObject({
    ...Asked,
    by: z.string().describe('Who took it out.'),
    at: At,
    lines: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
      .readonly()
      .describe('By column: codes, days, numbers, and words as they were written. Oldest first.'),
  })
  .meta({ id: 'OfficeLedger' })

export type LedgerTaken = z.infer<typeof LedgerTaken>
