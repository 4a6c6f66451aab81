import { z } from 'zod'
import { CASE_STATUSES, STAGES } from '../casework/case-file.ts'
import { INDICATORS } from '../indicators.ts'
import { URGENCIES } from '../routing/urgency.ts'
import { Message } from './message.ts'

/** Number of a case as it is read aloud: `4738-2915`. */
export const CaseNumber = z.string().regex(/^[0-9A-Za-z-]{1,32}$/)

const At = z.string().describe('ISO 8601.')

export const QueueItem = z
  .strictObject({
    number: z.string(),
    version: z.int().describe('Send it back with a claim.'),
    status: z.enum(CASE_STATUSES),
    stage: z.enum(STAGES),
    street: z.string().nullable(),
    committee: z.string().nullable(),
    queue: z.string(),
    reason: z.string().describe('Code of the routing rule.'),
    name: z.string().nullable(),
    story: z.string().nullable().describe('The hardest thing in the resident’s own words, cut.'),
    grade: z.string().nullable(),
    points: z.tuple([z.int(), z.int()]).nullable().describe('Least and most, of 12.'),
    urgency: z.enum(URGENCIES),
    crisis: z.string().nullable(),
    opened: At,
    due: z
      .strictObject({ acknowledge: At, contact: At })
      .describe('When it must be taken, and when the first contact must be made.'),
    breached: z.boolean().describe('One of the clocks ran out.'),
    channel: z.string(),
    claimed: z.string().nullable().describe('Name of the adviser who has it.'),
  })
  .meta({ id: 'QueueItem' })

export const Queue = z.strictObject({ cases: z.array(QueueItem).readonly() })

const Indicator = z.strictObject({
  code: z.enum(INDICATORS),
  name: z.string(),
  weight: z.int(),
  points: z.tuple([z.int(), z.int()]).describe('Least and most.'),
  deprived: z.boolean().nullable().describe('null = not known.'),
  quotes: z.array(z.string()).readonly().describe('The resident’s own words.'),
  answers: z.array(z.string()).readonly().describe('Slots of the answers it rests on.'),
})

const Answer = z.strictObject({
  slot: z.string(),
  question: z.string(),
  reads: z.string(),
  basis: z.string(),
  at: At,
})

export const CaseSheet = z
  .strictObject({
    case: QueueItem,
    name: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    story: z.string().nullable(),
    indicators: z.array(Indicator).readonly(),
    margin: z.string().nullable(),
    answers: z.array(Answer).readonly(),
    transcript: z.array(Message).readonly(),
  })
  .meta({ id: 'CaseSheet' })

export const Claim = z.strictObject({ version: z.int().min(0).max(2_147_483_647) })

export const Claimed = z.strictObject({ number: z.string(), by: z.string(), version: z.int() })

export const Say = z.strictObject({
  id: z.guid().describe('Made by the client. Sent again, it is said once.'),
  text: z.string(),
})
