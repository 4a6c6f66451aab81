import { z } from 'zod'
import { At, GradeCode, IndicatorCodeShape, Points } from './fields.ts'

const Evidence = z
  .strictObject({
    basis: z
      .enum(['quote', 'answer', 'inferred', 'adviser'])
      .describe('原话 · 答题 · 推断 · 顾问.'),
    basisLabel: z.string().describe('The same in words.'),
    text: z.string().describe('The resident’s words, the answer as it reads, or the reason given.'),
    question: z.string().nullable().describe('The question, where it is an answer.'),
    slot: z.string().nullable().describe('Slot of the answer, for capture.'),
    seq: z.int().nullable().describe('Message of the transcript; null when it is not there.'),
    span: z
      .tuple([z.int(), z.int()])
      .nullable()
      .describe('First and past-last character (UTF-16) to be marked in that message.'),
    by: z.string().nullable().describe('Name of the adviser.'),
    at: At.nullable().describe('When it was said.'),
  })
  .meta({ id: 'DeskEvidence' })

const Verdict = z.strictObject({
  value: z.boolean().nullable().describe('Deprived; null = not known.'),
  points: Points.describe('Points it weighs: least and most.'),
})

const IndicatorView = z
  .strictObject({
    code: IndicatorCodeShape,
    name: z.string().describe('疾病困境.'),
    dimension: z.string().describe('One of the six dimensions.'),
    weight: z.int().describe('Points it weighs, of 12.'),
    firstPass: Verdict.describe('What the bot found (初评).'),
    now: Verdict.describe('With what advisers decided since.'),
    decided: z
      .strictObject({
        value: z.boolean().nullable().describe('null = explicitly unknown.'),
        reason: z.string().describe('Why.'),
        by: z.string().describe('Name of the adviser.'),
        at: At,
      })
      .nullable()
      .describe('What an adviser decided; the bot’s value stays beside it.'),
    evidence: z.array(Evidence).readonly().describe('What it rests on.'),
    asked: z.boolean().describe('False = 没问到: neither asked nor heard.'),
    needs: z.array(z.string()).readonly().describe('Slots that are not known yet.'),
  })
  .meta({ id: 'DeskIndicator' })

const AssessmentSheet = z
  .strictObject({
    points: Points,
    grade: GradeCode.nullable().describe('Null while the points leave it open.'),
    gradeRange: z.tuple([GradeCode, GradeCode]).describe('Lowest and highest possible.'),
    gradeLabel: z.string().describe('高度, 中度–高度.'),
    extreme: z.boolean().nullable().describe('极高 within high; null = not known.'),
    model: z.strictObject({
      id: z.string().describe('Name of the model.'),
      hash: z.string().describe('Content hash: the version that was used.'),
    }),
    by: z.string().describe('bot, or the name of the adviser.'),
    at: At,
  })
  .meta({ id: 'DeskAssessmentSheet' })

export const Margin = z
  .strictObject({
    above: z
      .strictObject({
        grade: GradeCode.describe('Next higher grade.'),
        points: z.int().describe('Points missing to it.'),
      })
      .nullable()
      .describe('Only when the grade is certain.'),
    below: z
      .strictObject({
        grade: GradeCode.describe('Next lower grade.'),
        points: z.int().describe('Points to lose.'),
      })
      .nullable()
      .describe('Only when the grade is certain.'),
    flips: z
      .array(
        z.strictObject({
          code: IndicatorCodeShape,
          to: z.boolean().describe('If it were verified as this.'),
          gradeRange: z.tuple([GradeCode, GradeCode]).describe('The grade would be.'),
          points: Points,
          sentence: z.string().describe('如果核实…，等级是….'),
        }),
      )
      .readonly()
      .describe('Single answers that would change the grade, the weightiest first.'),
    sentence: z.string().nullable().describe('The margin line.'),
  })
  .meta({ id: 'DeskMargin' })

export const AssessmentView = z
  .strictObject({
    firstPass: AssessmentSheet.nullable().describe('初评, by the bot.'),
    now: AssessmentSheet.nullable().describe('Recomputed with captured answers and decisions.'),
    confirmed: AssessmentSheet.nullable().describe('Frozen: later weights never rewrite it.'),
    stale: z.boolean().describe('Something changed since it was confirmed.'),
    indicators: z.array(IndicatorView).readonly().describe('In the order of the model.'),
    margin: Margin.nullable(),
    outOf: z.int().describe('Sum of all weights: 12.'),
  })
  .meta({ id: 'DeskAssessment' })
