import { z } from 'zod'
import { COMPARABLE, DEPARTMENTS, VOTES } from '../../casework/consultation.ts'
import { At, Words } from '../desk/fields.ts'
import { DayText, LongWords, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'

const DepartmentCode = z.enum(DEPARTMENTS).describe('Department of the member.')

const MemberParts = z
  .strictObject({
    id: RecordId,
    department: DepartmentCode,
    name: ShortWords.min(1),
    staff: z.guid().nullable().describe('Null = has no account here.'),
  })
  .meta({ id: 'OfficeConsultationMember' })

const MaterialParts = z
  .strictObject({
    id: RecordId,
    title: ShortWords.min(1),
    words: LongWords,
    audience: z
      .enum(['all', 'street', ...DEPARTMENTS])
      .describe('Everybody, the people of the street alone, or one department.'),
  })
  .meta({ id: 'OfficeConsultationMaterial' })

const Members = z.array(MemberParts).min(1).max(30).readonly()

const Materials = z.array(MaterialParts).max(30).readonly()

export const CallConsultation = z.strictObject({
  id: RecordId,
  question: Words.describe('What the conference is to answer.'),
  dueOn: DayText.nullable().describe('Until when a conclusion is wanted.'),
  members: Members,
  materials: Materials,
})

export const HoldConsultation = z.strictObject({
  version: RecordVersion,
  minutes: LongWords,
  members: Members,
  materials: Materials,
})

export const GiveOpinion = z.strictObject({
  member: z.guid().describe('Member whose opinion it is.'),
  vote: z.enum(VOTES).describe('for · against · abstain.'),
  words: LongWords,
})

export const ConcludeConsultation = z.strictObject({
  version: RecordVersion,
  words: Words.describe('The conclusion.'),
  measure: z
    .strictObject({
      id: RecordId,
      words: ShortWords.min(1),
      owner: z.guid().describe('Colleague who sees to it.'),
      dueOn: DayText,
    })
    .describe('What is done now: goes into the plan.'),
  comparable: z
    .array(z.enum(COMPARABLE))
    .max(COMPARABLE.length)
    .readonly()
    .describe('For which others it stands.'),
})

export const ConsultationsAsked = z.strictObject({
  state: z.enum(['called', 'open', 'concluded']).optional(),
  comparable: z.enum(COMPARABLE).optional(),
})

const Conclusion = z.strictObject({
  words: z.string(),
  by: z.string(),
  on: z.string(),
  votes: z.strictObject({ for: z.int(), against: z.int(), abstain: z.int() }),
  dissent: z.array(z.strictObject({ name: z.string(), words: z.string() })).readonly(),
  measure: z.strictObject({
    id: z.string(),
    words: z.string(),
    owner: z.string(),
    dueOn: z.string(),
  }),
})

/** A case conference (救助会诊) as its reader may see it. */
export const ConsultationView = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    state: z.string().describe('called · open · concluded.'),
    dueOn: z.string().nullable(),
    owner: Person.nullable().describe('Who called it.'),
    question: z.string().nullable().describe('Null after an erasure.'),
    minutes: z.string(),
    members: z.array(MemberParts).readonly(),
    materials: z.array(MaterialParts).readonly().describe('Those that the reader may see.'),
    facts: z
      .strictObject({
        grade: z.string().nullable(),
        confirmed: z.boolean(),
        needs: z.array(z.string()).readonly(),
      })
      .nullable()
      .describe('As it was when the conference was called.'),
    conclusion: Conclusion.nullable(),
    opinions: z
      .array(
        z.strictObject({
          id: z.string(),
          member: z.string(),
          vote: z.enum(VOTES),
          words: z.string(),
          forThem: z.boolean().describe('Written down for somebody without an account.'),
          by: Person,
        }),
      )
      .readonly(),
    comparable: z.array(z.string()).readonly(),
    beyond: z.boolean().describe('The reader is from beyond the street: names are masked.'),
    household: z.string().nullable().describe('Null for who is from beyond the street.'),
    number: z.string().nullable(),
    name: z.string().nullable().describe('Masked for who is from beyond the street.'),
    street: z.string().nullable().describe('Name of the street.'),
    at: At,
  })
  .meta({ id: 'OfficeConsultation' })

export type ConsultationView = z.infer<typeof ConsultationView>

export const ConsultationsView = z
  .strictObject({ consultations: z.array(ConsultationView).readonly() })
  .meta({ id: 'OfficeConsultations' })

export type ConsultationsView = z.infer<typeof ConsultationsView>
