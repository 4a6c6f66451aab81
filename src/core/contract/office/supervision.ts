import { z } from 'zod'
import { At } from '../desk/fields.ts'
import { DayText, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

/** Looking at the records of others (服务督导). */

const Street = z
  .string()
  .regex(/^(\d{9})?$/)
  .optional()
  .describe('9-digit street; absent or empty = all of your own.')

export const ChecksAsked = z.strictObject({
  from: DayText.optional(),
  to: DayText.optional(),
  street: Street,
})

export const NewSample = z.strictObject({
  id: RecordId.describe('Seed and name of the sample: the same id draws the same records.'),
  from: DayText,
  to: DayText,
  street: Street,
  percent: z.int().min(1).max(100).describe('Share of what each person wrote.'),
  least: z.int().min(0).max(20).describe('At least so many of each person.'),
})

const Said = z.strictObject({
  by: z.string().describe('Name.'),
  at: At,
  score: z.int().nullable().describe('0–100; null = an answer of the author.'),
  pass: z.boolean().nullable().describe('null = an answer of the author.'),
  words: z.string().describe('Comment or answer.'),
})

export const CheckView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    state: z.enum(['drawn', 'returned', 'corrected', 'passed', 'dropped']),
    sample: z.string().nullable().describe('Seed of the sample.'),
    day: z.string().describe('Day on which it was drawn.'),
    dueOn: z.string().nullable().describe('Until when the author corrects it.'),
    author: Person.describe('Who wrote the record.'),
    mine: z.boolean().describe('It is about a record of your own.'),
    score: z.int().nullable().describe('0–100; null = not looked at yet.'),
    said: z.array(Said).readonly().describe('Verdicts and answers, oldest first.'),
    record: z
      .strictObject({
        id: z.string(),
        kind: z.string().describe('service · follow_up.'),
        type: z.string().describe('Kind of service, or way of the follow-up.'),
        day: z.string().nullable(),
        who: z.string().describe('Who was there.'),
        words: z.string().describe('What was written, as it stands now.'),
        photos: z.int().describe('How many photos it has.'),
      })
      .nullable()
      .describe('What is looked at; null = not to be seen any more.'),
  })
  .meta({ id: 'OfficeCheck' })

export type CheckView = z.infer<typeof CheckView>

const Figures = z
  .strictObject({
    of: z.string().describe('Staff id or street code.'),
    name: z.string().describe('Its name.'),
    drawn: z.int().describe('Records drawn.'),
    judged: z.int().describe('Of them looked at.'),
    passedAtOnce: z.int().describe('Passed without going back.'),
    returned: z.int().describe('Went back to their author.'),
    waiting: z.int().describe('Not corrected yet.'),
    score: z.number().nullable().describe('Mean of the scores; null = none yet.'),
  })
  .meta({ id: 'OfficeQuality' })

export const ChecksFound = z
  .strictObject({
    checks: z.array(CheckView).readonly().describe('Newest first.'),
    people: z.array(Figures).readonly().describe('By who wrote the records.'),
    streets: z.array(Figures).readonly().describe('By street.'),
    leads: z.boolean().describe('You may draw and judge.'),
  })
  .meta({ id: 'OfficeChecks' })

export const JudgeCheck = z.strictObject({
  version: RecordVersion,
  pass: z.boolean().describe('false = back to its author.'),
  score: z.int().min(0).max(100).describe('0–100.'),
  comment: ShortWords.describe('Needed where it goes back.'),
  dueOn: DayText.nullable().describe('Until when; null = in three working days.'),
})

export const CorrectRecord = z.strictObject({
  version: RecordVersion,
  answer: ShortWords.min(1).describe('What was corrected, or why it is right.'),
  words: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .describe('New words of the record; null = as they are. The earlier ones stay in the file.'),
})
