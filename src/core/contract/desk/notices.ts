import { z } from 'zod'
import { NOTICE_KINDS } from '../../casework/desk-lists.ts'
import { At } from './fields.ts'

/** What calls one person: @ in a note, a transfer, a resident who has gone silent. */
export const Notices = z
  .strictObject({
    notices: z
      .array(
        z.strictObject({
          id: z.string().describe('Id.'),
          kind: z.enum(NOTICE_KINDS).describe('What.'),
          number: z.string().describe('The case; empty where it is none of theirs.'),
          to: z.string().describe('Page of the console it leads to.'),
          sentence: z.string().describe('In words.'),
          at: At,
          seen: z.boolean().describe('Was looked at.'),
        }),
      )
      .readonly()
      .describe('Newest first; at most 100.'),
    unseen: z.int().describe('For the bell.'),
  })
  .meta({ id: 'DeskNotices' })
