import { z } from 'zod'
import { REVEAL_REASONS } from '../../casework/desk-lists.ts'
import { KIN, MASKED } from '../../casework/member.ts'
import { At } from '../desk/fields.ts'
import { RecordId, RecordVersion, ShortWords } from './fields.ts'

const Kin = z.enum(KIN).describe('Seen from who first asked for help.')
const State = z.enum(['here', 'away', 'left']).describe('here = lives there; away = for a time.')
const Born = z
  .string()
  .regex(/^\d{4}(-\d{2}-\d{2})?$/)
  .nullable()
  .describe('Day of birth, 1944-05-01, or the year alone.')
const Words = ShortWords.nullable()

const written = {
  name: z.string().trim().min(1).max(60).describe('Name.'),
  born: Born,
  health: Words.describe('Health, 身体.'),
  work: Words.describe('Work, 工作.'),
  school: Words.describe('School, 上学.'),
  note: Words.describe('Anything else.'),
}

/** A member as lists show it: masked. */
export const MemberView = z
  .strictObject({
    ...{ id: z.string(), version: z.int(), kin: Kin, state: State, ...written },
    age: z.int().nullable().describe('In whole years.'),
    phone: z.string().nullable().describe('Masked.'),
    idNumber: z.string().nullable().describe('Masked: the last four stay.'),
    changedAt: At,
    changedBy: z.string(),
  })
  .meta({ id: 'OfficeMember' })

export type MemberView = z.infer<typeof MemberView>

export const MembersView = z
  .strictObject({ members: z.array(MemberView).readonly() })
  .meta({ id: 'OfficeMembers' })

/** A masked part that is left out stays as it is; null empties it. */
export const SaveMember = z.strictObject({
  ...{ id: RecordId, version: RecordVersion.nullable().describe('null = a new one.') },
  ...{ kin: Kin, state: State, ...written },
  phone: z
    .string()
    .trim()
    .regex(/^[\d +-]{7,20}$/)
    .nullable()
    .optional()
    .describe('Whole; left out = as it is.'),
  idNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{8,18}$/)
    .nullable()
    .optional()
    .describe('Whole; left out = as it is.'),
})

export const CorrectPerson = z
  .strictObject({
    name: z.string().trim().min(1).max(60).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^[\d +-]{7,20}$/)
      .optional(),
    address: z.string().trim().min(1).max(200).optional(),
    reason: z.string().trim().min(1).max(200).describe('How one knows; it is recorded.'),
  })
  .describe('Who first asked, as checked. What is left out stays.')

export const RevealPart = z.strictObject({
  member: z.guid().nullable().describe('null = who first asked.'),
  part: z.enum(MASKED),
  reason: z.enum(REVEAL_REASONS).describe('It is recorded.'),
})

export const RevealedPart = z
  .strictObject({
    value: z.string().nullable(),
    hideAt: At.describe('From then on it is shown masked again: after 60 seconds.'),
  })
  .meta({ id: 'OfficeRevealed' })
