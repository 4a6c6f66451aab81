import { z } from 'zod'
import { SERVICE_RESULTS, SERVICE_TYPES } from '../../casework/service-lists.ts'
import { At } from '../desk/fields.ts'
import { DayText, HouseholdKey, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

const Type = z
  .enum(SERVICE_TYPES)
  .describe(
    'round 走访 · visit 访视 · group 小组活动 · gift 节日慰问 · phone · online · errand · clinic.',
  )

const Minutes = z.int().min(1).max(1_440).nullable().describe('How long it took; null = not said.')

export const Photo = z.strictObject({
  number: z.string().describe('Case through which it is read: GET /api/desk/files/{id}?case=…'),
  id: z.guid().describe('Id of the kept file.'),
})

/** One deed for one or many households (服务记录). */
export const NewService = z.strictObject({
  households: z
    .array(z.strictObject({ household: HouseholdKey, id: RecordId }))
    .min(1)
    .max(200)
    .readonly()
    .describe('For whom; each row of its own, all or none.'),
  group: z.guid().nullable().describe('Ties the rows of one deed; made by the client.'),
  type: Type,
  day: DayText,
  minutes: Minutes,
  result: z.enum(SERVICE_RESULTS).describe('What came of it.'),
  who: ShortWords.describe('Who else was there, in words; may be empty.'),
  words: z.string().trim().max(500).describe('One sentence; may be empty.'),
  photos: z.array(Photo).max(6).readonly().describe('Files kept before.'),
})

export type NewService = z.infer<typeof NewService>

export const ServiceView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    state: z.enum(['done', 'struck']).describe('struck = written by mistake.'),
    type: z.string(),
    day: z.string(),
    minutes: z.int().nullable(),
    result: z.string(),
    who: z.string(),
    words: z.string(),
    photos: z.array(Photo).readonly(),
    group: z.string().nullable(),
    by: Person,
    at: At,
    why: z.string().nullable().describe('Why it was struck.'),
  })
  .meta({ id: 'OfficeService' })

export type ServiceView = z.infer<typeof ServiceView>

export const ServicesFound = z
  .strictObject({
    services: z.array(ServiceView).readonly().describe('Newest day first; at most 500.'),
    visits: z.int().describe('How many of them were visits at home (上门).'),
  })
  .meta({ id: 'OfficeServices' })

export const StrikeService = z.strictObject({
  version: RecordVersion,
  reason: z.string().trim().min(1).max(200).describe('Why; stands beside the record for good.'),
})

export const KeptPhotos = z
  .strictObject({
    photos: z.array(Photo).readonly(),
    refused: z.array(z.string()).readonly().describe('Codes of what was not taken.'),
  })
  .meta({ id: 'OfficePhotos' })
