import { z } from 'zod'
import { ANSWER_BASES } from '../../casework/assessment-form.ts'
import { REASSESS_REASONS } from '../../casework/reasons-to-reassess.ts'
import { SERVICE_RESULTS } from '../../casework/service-lists.ts'
import { At, GradeCode, IndicatorCodeShape, Points } from '../desk/fields.ts'
import { Capture } from '../desk/talk.ts'
import { DayText, RecordId, ShortWords } from './fields.ts'
import { Photo } from './service.ts'
import { HouseholdBrief } from './visit.ts'

/** The questions of the assessment as a form (评估表), at the desk and at a visit. */

const Verdict = z.boolean().nullable().describe('Deprived; null = not known.')

const Question = z
  .strictObject({
    slot: z.string().describe('Fact of the model: income, illness …'),
    label: z.string().describe('What people call it.'),
    question: z.string().nullable().describe('As the bot asks it; null = only an adviser asks.'),
    kind: z
      .enum(['text', 'phone', 'number', 'money', 'choice', 'choices', 'yes_no', 'day'])
      .describe('How it is answered.'),
    options: z
      .array(z.strictObject({ code: z.string(), label: z.string() }))
      .readonly()
      .describe('Choices, in words.'),
  })
  .meta({ id: 'OfficeFormQuestion' })

const Known = z
  .strictObject({
    slot: z.string().describe('Fact of the model.'),
    value: z.unknown().describe('As the model reads it.'),
    basis: z.enum(ANSWER_BASES).describe('答题 · 原话 · 推断 · 顾问 · 登记.'),
    text: z.string().describe('The answer as it reads, the words, or the reason.'),
    by: z.string().nullable().describe('Name of the adviser.'),
    at: At.nullable().describe('Since when it is known.'),
  })
  .meta({ id: 'OfficeKnownAnswer' })

const Decided = z
  .strictObject({
    code: IndicatorCodeShape,
    value: Verdict,
    reason: z.string().describe('Why.'),
    by: z.string().nullable().describe('null = the resident said yes to what was heard.'),
  })
  .meta({ id: 'OfficeKnownDecision' })

const Sheet = z
  .strictObject({
    at: At,
    by: z.string().nullable().describe('null = the bot.'),
    number: z.string().nullable().describe('Case; null = made without one.'),
    points: Points,
    grade: z.string().nullable().describe('null = open.'),
    indicators: z
      .array(z.strictObject({ code: z.string(), name: z.string(), value: Verdict }))
      .readonly()
      .describe('What was found, by indicator.'),
  })
  .meta({ id: 'OfficeFormSheet' })

export const AssessmentFormView = z
  .strictObject({
    household: HouseholdBrief,
    basis: z.string().describe('What the answers stand on: goes back with the form.'),
    number: z
      .string()
      .nullable()
      .describe('The open case that is confirmed; null = a re-assessment of its own.'),
    day: DayText,
    model: z
      .unknown()
      .describe('The assessment model, conditions parsed: what core computes with.'),
    parameters: z.array(z.unknown()).readonly().describe('Dated amounts, for the same.'),
    questions: z.array(Question).readonly().describe('In the order in which indicators ask.'),
    answers: z.array(Known).readonly().describe('What is known.'),
    decided: z.array(Decided).readonly().describe('What stands before the answers.'),
    firstPass: Sheet.nullable().describe('初评, by the bot.'),
    confirmed: Sheet.nullable().describe('The newest that a person confirmed or made.'),
    reasons: z.array(z.enum(REASSESS_REASONS)).readonly().describe('Why to assess anew.'),
  })
  .meta({ id: 'OfficeAssessmentForm' })

export type AssessmentFormView = z.infer<typeof AssessmentFormView>

export const FilledForm = z.strictObject({
  id: RecordId,
  basis: z.string().max(100).describe('As it was read; another one is refused with 409 stale.'),
  answers: z
    .array(
      z.strictObject({
        slot: Capture.shape.slot,
        value: Capture.shape.value,
        reason: ShortWords.describe('Why it is so now; needed where something else was known.'),
      }),
    )
    .max(60)
    .readonly()
    .describe('Only what was changed.'),
  decided: z
    .array(
      z.strictObject({
        code: IndicatorCodeShape,
        value: Verdict,
        reason: ShortWords.min(1).describe('Why the answers do not say it.'),
      }),
    )
    .max(10)
    .readonly()
    .describe('Indicators that a person decides.'),
  note: z.string().trim().max(5_000).describe('May be empty.'),
})

export type FilledForm = z.infer<typeof FilledForm>

export const ConfirmedView = z
  .strictObject({
    kind: z.enum(['confirmed', 'again']).describe('again = a re-assessment of its own.'),
    number: z.string().nullable().describe('The case that was confirmed.'),
    points: Points,
    grade: GradeCode.nullable().describe('null = open.'),
  })
  .meta({ id: 'OfficeConfirmed' })

export const NewVisit = z.strictObject({
  id: RecordId,
  day: DayText,
  minutes: z.int().min(1).max(1_440).nullable().describe('How long it took; null = not said.'),
  result: z.enum(SERVICE_RESULTS).describe('What came of it.'),
  met: ShortWords.describe('Who was met; may be empty.'),
  words: z.string().trim().max(500).describe('What was seen and heard; may be empty.'),
  photos: z.array(Photo).max(6).readonly().describe('Files kept before.'),
  form: FilledForm.nullable().describe('Null = nothing was assessed.'),
})

export type NewVisit = z.infer<typeof NewVisit>

export const VisitKeptView = z
  .strictObject({
    service: z.string().describe('Id of the service record.'),
    assessment: ConfirmedView.nullable(),
  })
  .meta({ id: 'OfficeVisitKept' })
