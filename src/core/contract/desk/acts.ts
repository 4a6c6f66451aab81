import { z } from 'zod'
import {
  CONTACT_WAYS,
  DECLINE_REASONS,
  ERASE_REASONS,
  OUTCOMES,
  RELEASE_REASONS,
  REOPEN_REASONS,
  REVEAL_REASONS,
  SNOOZE_REASONS,
  TRANSFER_PARTS,
  TRANSFER_REASONS,
} from '../../casework/desk-lists.ts'
import { CaseNumber, StaffId, StreetCode, Version, Words } from './fields.ts'

/** What is sent with the verbs that change a case. */

export const Claim = z.strictObject({
  version: Version.describe(
    'Version as it was read. An older one is no obstacle: who takes a case takes it as it is.',
  ),
})

export const Claimed = z
  .strictObject({
    number: z.string().describe('The case.'),
    by: z.string().describe('Name of who has it now.'),
    version: z.int().describe('Its new version.'),
    undoUntil: z.string().describe('ISO 8601: until then POST …/unclaim takes it back.'),
  })
  .meta({ id: 'DeskClaimed' })

export const Unclaim = z.strictObject({ version: Version })

export const Release = z.strictObject({
  version: Version,
  reason: z.enum(RELEASE_REASONS).default('other').describe('Why it goes back to the queue.'),
  note: Words.optional(),
})

export const Reveal = z.strictObject({
  reason: z.enum(REVEAL_REASONS).describe('Why the number is looked at; recorded.'),
})

export const Revealed = z
  .strictObject({
    phone: z.string().nullable().describe('Whole number.'),
    hideAt: z.string().describe('ISO 8601: hide it again then (60 s).'),
  })
  .meta({ id: 'DeskRevealed' })

export const Note = z.strictObject({
  text: Words,
  mentions: z.array(StaffId).max(20).default([]).describe('Colleagues called by @.'),
})

export const ContactTry = z.strictObject({
  how: z.enum(CONTACT_WAYS).describe('How it was tried.'),
  reached: z.boolean().describe('True = they spoke: the clock of the first contact stops.'),
  note: z.string().trim().max(5_000).default('').describe('What came of it.'),
})

export const SetIndicator = z.strictObject({
  value: z.boolean().nullable().describe('Deprived or not; null = cannot be said.'),
  reason: Words.describe('Why it differs from what the bot found, or who confirmed it.'),
})

export const Confirm = z.strictObject({
  version: Version,
  note: z.string().trim().max(5_000).default('').describe('To be kept with the assessment.'),
})

export const Transfer = z.strictObject({
  version: Version,
  to: z.strictObject({
    street: StreetCode.describe('Street that is asked to take it; of the same district.'),
    person: StaffId.optional().describe('Person of that street it is meant for.'),
  }),
  reason: z.enum(TRANSFER_REASONS).describe('Why.'),
  note: z.string().trim().max(5_000).default('').describe('For the colleague who takes it.'),
  parts: z
    .array(z.enum(TRANSFER_PARTS))
    .max(2)
    .default(['transcript', 'notes'])
    .describe('What goes along besides the file.'),
})

export const AcceptTransfer = z.strictObject({ version: Version })

export const DeclineTransfer = z.strictObject({
  version: Version,
  reason: z.enum(DECLINE_REASONS).describe('Why it is sent back.'),
  note: z.string().trim().max(5_000).default('').describe('For the sender.'),
})

export const Close = z.strictObject({
  version: Version,
  outcome: z.enum(OUTCOMES).describe('How it ended.'),
  note: z.string().trim().max(5_000).default('').describe('Internal.'),
  recheck: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((day) => !Number.isNaN(Date.parse(day)))
    .nullable()
    .default(null)
    .describe('Day on which somebody looks again.'),
  tell: z.boolean().default(true).describe('Tell the resident in the chat.'),
})

export const Reopen = z.strictObject({
  version: Version,
  reason: z.enum(REOPEN_REASONS).describe('Why.'),
  note: z.string().trim().max(5_000).default('').describe('Internal.'),
})

export const Erase = z.strictObject({
  version: Version,
  reason: z.enum(ERASE_REASONS).describe('Why.'),
})

export const Snooze = z.strictObject({
  version: Version,
  until: z.iso
    .datetime({ offset: true })
    .nullable()
    .describe('Until when, at most 30 days ahead; null takes it back now.'),
  reason: z.enum(SNOOZE_REASONS).default('other').describe('What it waits for.'),
  note: z.string().trim().max(5_000).default('').describe('Internal.'),
})

export const SettleSuspect = z
  .strictObject({
    confirmed: z.boolean().describe('It is so.'),
    reason: z.string().trim().max(5_000).default('').describe('How one knows; needed for a yes.'),
  })
  .refine(({ confirmed, reason }) => !confirmed || reason !== '', { path: ['reason'] })

/** Claims one after another; what fails says why and does not hold the others up. */
export const BulkClaim = z.strictObject({
  cases: z
    .array(z.strictObject({ number: CaseNumber, version: Version }))
    .min(1)
    .max(50)
    .describe('At most 50.'),
})

export const BulkTransfer = z.strictObject({
  cases: z
    .array(z.strictObject({ number: CaseNumber, version: Version }))
    .min(1)
    .max(50)
    .describe('At most 50.'),
  to: Transfer.shape.to,
  reason: Transfer.shape.reason,
  note: Transfer.shape.note,
  parts: Transfer.shape.parts,
})

export const BulkDone = z
  .strictObject({
    done: z
      .array(z.strictObject({ number: z.string(), version: z.int() }))
      .readonly()
      .describe('What was done.'),
    failed: z
      .array(
        z.strictObject({
          number: z.string(),
          code: z.string().describe('Code of the error.'),
          message: z.string().describe('The same in words.'),
        }),
      )
      .readonly()
      .describe('What was not, and why.'),
  })
  .meta({ id: 'DeskBulkDone' })
