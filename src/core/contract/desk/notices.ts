import { z } from 'zod'
import { At } from './fields.ts'

/** What calls one person: @ in a note, a transfer, a resident who has gone silent. */
export const Notices = z
  .strictObject({
    notices: z
      .array(
        z.strictObject({
          id: z.string().describe('Id.'),
          kind: z
            .enum([
              'mention',
              'transfer',
              'declined',
              'accepted',
              'late',
              'quiet',
              'undelivered',
              'assigned',
              'offered_again',
              'escalated',
              'reminder',
              'reminder_answered',
              'reminder_late',
              'complaint',
            ])
            .describe('What.'),
          number: z.string().describe('The case.'),
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
