import { z } from 'zod'
import { EXPORT_PARTS, EXPORT_PURPOSES } from '../../casework/export-lists.ts'
import { At } from '../desk/fields.ts'

export const ExportFile = z.strictObject({
  purpose: z.enum(EXPORT_PURPOSES).describe('It is recorded.'),
  format: z
    .enum(['json', 'csv', 'print'])
    .describe('What is made of it. For print numbers are masked; else they are whole.'),
  part: z.enum(EXPORT_PARTS).nullable().describe('One table; null = everything.'),
})

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A file as tables: the browser saves or prints them. */
export const ExportedFile = z
  .strictObject({
    number: z.string(),
    tables: z
      .array(
        z.strictObject({
          part: z.enum(EXPORT_PARTS),
          rows: z.array(z.record(z.string(), Cell)).readonly(),
        }),
      )
      .readonly(),
    by: z.string().describe('Who took it out: stands on every sheet.'),
    at: At,
    purpose: z.enum(EXPORT_PURPOSES),
  })
  .meta({ id: 'OfficeExport' })

export type ExportedFile = z.infer<typeof ExportedFile>
