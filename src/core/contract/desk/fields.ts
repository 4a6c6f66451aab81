import { z } from 'zod'
import { GRADES } from '../../assessment/model.ts'
import { INDICATORS } from '../../indicators.ts'

/** Parts that many shapes of the desk share. */

export const At = z.string().describe('ISO 8601, UTC.')

/** Number of a case as it is read aloud: `4738-2915`. */
export const CaseNumber = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,32}$/)
  .describe('Number of the case, 4738-2915.')

export const Version = z
  .int()
  .min(0)
  .max(2_147_483_647)
  .describe('Version of the case as it was read; another one is refused with 409 stale.')

export const StreetCode = z
  .string()
  .regex(/^\d{9}$/)
  .describe('9-digit code of a street office.')

export const StaffId = z.guid().describe('Id of a person who works here.')

export const OnceId = z
  .guid()
  .describe('Made by the client. Sent again with the same id, it is done once.')

export const GradeCode = z.enum(GRADES).describe('none · low · medium · high.')

export const IndicatorCodeShape = z
  .enum(INDICATORS)
  .describe('One of the ten indicators: inc hou ill dis edu emp sec soc cbu cen.')

export const Points = z
  .tuple([z.int(), z.int()])
  .describe('Least and most points out of 12; equal when nothing is unknown.')

export const Words = z
  .string()
  .trim()
  .min(1)
  .max(5_000)
  .describe('Words of the adviser, at most 5,000 characters.')

/** A code with the word people read. */
export const Named = z
  .strictObject({
    code: z.string().describe('Code, as it is sent back.'),
    label: z.string().describe('The word for it.'),
  })
  .meta({ id: 'DeskNamed' })

export const Place = z
  .strictObject({
    code: z.string().describe('9-digit street or 12-digit committee.'),
    name: z.string().describe('Its name.'),
  })
  .meta({ id: 'DeskPlace' })

export const Colleague = z
  .strictObject({
    id: z.string().describe('Staff id.'),
    name: z.string().describe('Name as colleagues see it.'),
    pinyin: z.string().describe('Whole pinyin and initials for typing: `dengfeifei dff`.'),
    role: z.string().describe('adviser · supervisor · district · admin · auditor.'),
    streets: z.array(z.string()).readonly().describe('Streets this person works for.'),
    duty: z.boolean().describe('Is on duty now.'),
  })
  .meta({ id: 'DeskColleague' })

/** What most verbs answer. */
export const Done = z
  .strictObject({
    number: z.string().describe('The case.'),
    version: z.int().describe('Its new version.'),
  })
  .meta({ id: 'DeskDone' })
