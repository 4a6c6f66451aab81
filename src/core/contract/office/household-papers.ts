import { z } from 'zod'
import { PAPERS } from '../../casework/papers.ts'
import { At } from '../desk/fields.ts'
import { DayText, RecordId, RecordVersion, ShortWords } from './fields.ts'

const Paper = z.enum(PAPERS)

/** Papers of a household: files of its talks with their labels, and those that were seen on paper. */
export const PapersView = z
  .strictObject({
    papers: z
      .array(
        z.strictObject({
          id: z.string().nullable().describe('Of the record; null = a file without a label.'),
          version: z.int().nullable(),
          type: Paper.nullable(),
          note: z.string().nullable(),
          receivedOn: z.string().nullable(),
          file: z
            .strictObject({ id: z.string(), number: z.string(), kind: z.string() })
            .nullable()
            .describe('null = seen on paper.'),
          by: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'OfficePapers' })

export const SavePaper = z.strictObject({
  id: RecordId,
  version: RecordVersion.nullable().describe('null = a new one.'),
  type: Paper,
  note: ShortWords.nullable(),
  receivedOn: DayText.nullable(),
  file: z
    .strictObject({ id: z.guid(), number: z.string().regex(/^[0-9A-Za-z-]{1,32}$/) })
    .nullable()
    .describe('A file of one of its talks; null = seen on paper.'),
  state: z.enum(['kept', 'struck']),
})

/** How it is reached, what it agreed to, and who looked into its file. */
export const ContactsView = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          name: z.string().nullable(),
          who: z.string().describe('Kin, or self.'),
          phone: z.string().nullable().describe('Masked.'),
          address: z.string().nullable(),
          channel: z.string().nullable().describe('Where that person writes.'),
          number: z.string().nullable(),
        }),
      )
      .readonly(),
    consents: z
      .array(
        z.strictObject({
          number: z.string(),
          at: At,
          given: z.boolean().describe('false = withdrawn.'),
          notice: z.string().nullable().describe('Which text was agreed to.'),
        }),
      )
      .readonly()
      .describe('Newest first.'),
    readers: z
      .array(z.strictObject({ name: z.string(), act: z.string(), at: At }))
      .readonly()
      .describe('Who looked last, newest first.'),
  })
  .meta({ id: 'OfficeContacts' })
