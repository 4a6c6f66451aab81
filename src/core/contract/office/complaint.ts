import { z } from 'zod'
import { COMPLAINT_RESULTS } from '../../casework/complaint.ts'
import { At } from '../desk/fields.ts'
import { HouseholdKey, Person, RecordId, RecordVersion } from './fields.ts'

const ComplaintView = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    household: z.string(),
    number: z.string().nullable().describe('The case it came from.'),
    against: Person.nullable().describe('Whom it is about; this person never sees it.'),
    source: z.enum(['chat', 'adviser']),
    words: z.string().describe('What was said; empty where it stands in the talk.'),
    dueOn: z.string().describe('Day until which the resident has an answer.'),
    overdue: z.boolean(),
    at: At,
    result: z.string().nullable(),
    answer: z.string(),
  })
  .meta({ id: 'OfficeComplaint' })

export const ComplaintsFound = z
  .strictObject({ complaints: z.array(ComplaintView).readonly() })
  .meta({ id: 'OfficeComplaints' })

export const BringComplaint = z.strictObject({
  household: HouseholdKey,
  id: RecordId,
  against: z.guid().nullable().describe('Staff id; null = nobody in particular.'),
  words: z.string().trim().min(1).max(2_000),
})

export const ComplaintBrought = z
  .strictObject({ dueOn: z.string().describe('Day until which the resident has an answer.') })
  .meta({ id: 'OfficeComplaintBrought' })

export const SettleComplaint = z.strictObject({
  version: RecordVersion,
  result: z.enum(COMPLAINT_RESULTS),
  words: z.string().trim().min(1).max(2_000).describe('What the resident was answered.'),
})
