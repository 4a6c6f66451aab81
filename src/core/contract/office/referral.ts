import { z } from 'zod'
import { CONSENT_WAYS, GIVEN_PARTS, RETURN_REASONS } from '../../casework/referral.ts'
import { SUBTASK_RESULTS } from '../../casework/subtask.ts'
import { At } from '../desk/fields.ts'
import { DayText, LongWords, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

const Parts = z
  .array(z.enum(GIVEN_PARTS))
  .max(GIVEN_PARTS.length)
  .readonly()
  .describe('What may go along; nothing goes that is not named.')

const GivenLine = z.strictObject({
  part: z.string().describe('Code of the part.'),
  label: z.string().describe('What it is called.'),
  value: z.string().describe('As it is read at the other end.'),
})

/** What goes along, exactly as it is read at the other end. */
export const GivenView = z
  .strictObject({ given: z.array(GivenLine).readonly() })
  .meta({ id: 'OfficeGiven' })

export const PartsAsked = z.strictObject({
  parts: z
    .string()
    .regex(/^[a-z_,]{0,100}$/)
    .describe('name,phone,committee,address,people,needs,grade'),
})

export const OutsideView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    kind: z.enum(['referral', 'subtask']),
    state: z
      .string()
      .describe(
        'referral: sent · accepted · done · returned · withdrawn; subtask: sent · answered · withdrawn.',
      ),
    open: z.boolean(),
    late: z.boolean(),
    to: z.string().describe('Name of the partner or the office.'),
    case: z.string().nullable().describe('Number of the case that it belongs to.'),
    ask: z.string(),
    given: z.array(GivenLine).readonly(),
    consent: z
      .strictObject({ way: z.string(), words: z.string() })
      .nullable()
      .describe('null = a task of an office, which needs none.'),
    day: z.string().nullable(),
    dueOn: z.string().nullable(),
    amount: z.int().nullable().describe('In fen: what the partner gave.'),
    reason: z.string().nullable().describe('Why it was given back.'),
    result: z.string().nullable().describe('What came of a task.'),
    answer: z.string(),
    why: z.string().describe('Why it was withdrawn.'),
    owner: Person.nullable(),
    at: At,
  })
  .meta({ id: 'OfficeOutside' })

export type OutsideView = z.infer<typeof OutsideView>

export const OutsidesFound = z
  .strictObject({ lines: z.array(OutsideView).readonly() })
  .meta({ id: 'OfficeOutsides' })

export const StreetAsked = z.strictObject({
  street: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional()
    .describe('9-digit street; absent or empty = all of your own.'),
})

export const PartnersView = z
  .strictObject({
    partners: z
      .array(
        z.strictObject({
          ...{ id: z.string(), name: z.string(), does: z.string() },
          sample: z.boolean().describe('Invented.'),
        }),
      )
      .readonly()
      .describe('Those that help with a need of this household first.'),
    departments: z
      .array(
        z.strictObject({
          ...{ id: z.string(), name: z.string(), asks: z.string() },
          within: z.int().describe('Working days it is given.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'OfficePartners' })

export const SendReferral = z.strictObject({
  id: RecordId,
  partner: z
    .string()
    .regex(/^[a-z_]{1,30}$/)
    .describe('Id of the partner.'),
  ask: LongWords.min(1).describe('What it is asked for; goes along.'),
  parts: Parts,
  consent: z.strictObject({
    way: z
      .enum(CONSENT_WAYS)
      .describe('How they agreed; emergency = life or health was in danger.'),
    words: ShortWords.min(1).describe('Who agreed to what, or why nobody could be asked.'),
  }),
})

export const SendSubtask = z.strictObject({
  id: RecordId,
  case: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,32}$/)
    .describe('Number of the case that waits for it.'),
  department: z
    .string()
    .regex(/^[a-z_]{1,30}$/)
    .describe('Id of the office.'),
  ask: LongWords.min(1).describe('What it is asked for; goes along.'),
  parts: Parts,
  dueOn: DayText.nullable().describe('null = as long as the office is given.'),
})

export const SentOutside = z
  .strictObject({
    line: OutsideView,
    link: z.string().describe('Path of the page on which it is answered; it is told only now.'),
  })
  .meta({ id: 'OfficeSentOutside' })

export const RenewLink = z.strictObject({ version: RecordVersion })

export const WithdrawOutside = z.strictObject({ version: RecordVersion, why: ShortWords.min(1) })

export const AnswerSubtask = z.strictObject({
  version: RecordVersion,
  result: z.enum(SUBTASK_RESULTS).describe('done · not_possible · passed_on.'),
  words: LongWords.min(1),
})

/** The form on the page of a link; every field as a browser sends it. */
export const LinkForm = z.object({
  version: z.coerce.number().int().min(1).max(2_147_483_647),
  act: z.enum(['accept', 'done', 'return']),
  words: z.string().trim().max(2_000).default(''),
  yuan: z
    .string()
    .trim()
    .regex(/^(\d{1,7}(\.\d{1,2})?)?$/)
    .default(''),
  reason: z.enum(RETURN_REASONS).default('other'),
})

const Street = z
  .string()
  .regex(/^\d{9}$/)
  .nullable()

/** Where a household is registered (户籍), and where each need is applied for. */
export const RegistrationShape = z
  .strictObject({
    id: z.string().nullable(),
    version: z.int().nullable(),
    status: z
      .string()
      .nullable()
      .describe('local 本市户籍 · permit 居住证 · none; null = not known.'),
    street: z.string().nullable().describe('9-digit street of the registration.'),
    district: z.string().nullable().describe('6-digit district, where only that is known.'),
    address: z.string(),
    home: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
    formal: z
      .array(
        z.strictObject({
          need: z.string().describe('Code of the need.'),
          label: z.string().describe('The word for it.'),
          at: z.string().describe('street · school · employment_service · aid_station.'),
          by: z.string().nullable().describe('hukou · residence; null = not known yet.'),
          place: z.string().nullable().describe('Name of the street or the district.'),
          elsewhere: z.boolean().describe('Another street than that of the home.'),
        }),
      )
      .readonly(),
    places: z
      .array(z.strictObject({ code: z.string(), name: z.string() }))
      .readonly()
      .describe('Streets of this city, for choosing one.'),
  })
  .meta({ id: 'OfficeRegistration' })

export type RegistrationShape = z.infer<typeof RegistrationShape>

export const SaveRegistration = z.strictObject({
  id: RecordId,
  version: RecordVersion.nullable().describe('null = none was written before.'),
  status: z.enum(['local', 'permit', 'none']).nullable(),
  street: Street.describe('Null = not known.'),
  address: ShortWords,
})
