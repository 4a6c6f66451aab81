import { z } from 'zod'
import { NOT_CARRIED } from '../../dialog/carry/sheets.ts'
import { DocumentPath, DocumentText } from './documents.ts'

/** Most characters of a file in base64: 2 MB of a workbook. */
export const CARRY_LIMIT = 2_800_000

export const CarryIn = z.strictObject({
  name: z
    .string()
    .max(200)
    .regex(/\.(xlsx|json)$/i)
    .describe('Of the file: .xlsx is an XLSForm, .json an export of RapidPro or TextIt.'),
  data: z.base64().max(CARRY_LIMIT).describe('The file in base64.'),
})

export const CarriedIn = z
  .strictObject({
    flows: z
      .array(
        z.strictObject({
          path: DocumentPath.describe('Where it would stand. Nothing is saved yet.'),
          text: DocumentText,
          left: z
            .array(
              z.strictObject({
                code: z.enum(NOT_CARRIED),
                at: z.string().describe('Row, step or node.'),
                what: z.string().describe('As it stood there.'),
              }),
            )
            .readonly()
            .describe('What could not be carried.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioCarried' })
