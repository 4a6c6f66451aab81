import { z } from 'zod'
import { HELP_AIMS, HELP_KINDS } from '../../casework/benefit-ledger.ts'
import { Fen, RecordId, RecordVersion, ShortWords } from './fields.ts'

const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .describe('A month, 2026-11.')

const written = {
  item: z.string().trim().min(1).max(60).describe('What is given: 低保金, 陪诊 …'),
  department: z.string().trim().min(1).max(60).describe('Who gives it: 民政, 医保 …'),
  kind: z.enum(HELP_KINDS).describe('资金, 物质, 服务, 心理.'),
  aim: z.enum(HELP_AIMS).describe('兜底, 发展.'),
  from: Month,
  to: Month.nullable().describe('The last month; null = still given.'),
  every: z.enum(['month', 'once']),
  amount: Fen.nullable(),
  needs: z
    .array(z.string().regex(/^[a-z_]{2,30}$/))
    .max(12)
    .readonly()
    .describe('Codes of the needs that it is for.'),
  note: ShortWords.nullable(),
}

const Sum = z.int().min(0).describe('In fen.')

/** All help of a household, across departments (受助汇总). */
export const BenefitsView = z
  .strictObject({
    benefits: z
      .array(
        z.strictObject({
          ...{ id: z.string(), version: z.int(), ...written },
          doubled: z.boolean().describe('Also given by another line in the same month.'),
        }),
      )
      .readonly(),
    struck: z.int().describe('Lines that were struck out.'),
    total: Sum,
    monthly: Sum,
    byDepartment: z
      .array(z.strictObject({ department: z.string(), total: Sum }))
      .readonly()
      .describe('Most first.'),
    byKind: z.record(z.enum(HELP_KINDS), Sum),
    overlaps: z
      .array(z.strictObject({ ids: z.array(z.string()).readonly(), from: Month, to: Month }))
      .readonly()
      .describe('The same item given twice in the same months.'),
    gaps: z.array(z.string()).readonly().describe('Codes of open needs without any help.'),
    services: z
      .array(
        z.strictObject({
          id: z.string(),
          day: z.string().nullable(),
          type: z.string().nullable(),
          words: z.string().nullable(),
          by: z.string(),
        }),
      )
      .readonly()
      .describe('Services, newest first.'),
  })
  .meta({ id: 'OfficeBenefits' })

export const SaveBenefit = z.strictObject({
  ...{ id: RecordId, version: RecordVersion.nullable().describe('null = a new one.'), ...written },
  state: z.enum(['given', 'struck']).describe('struck = written by mistake.'),
})
