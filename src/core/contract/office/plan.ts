import { z } from 'zod'
import { HELP_AIMS, HELP_KINDS } from '../../casework/benefit-ledger.ts'
import { AGREED, AGREED_BY, MEASURE_SOURCES, RHYTHMS, TIERS } from '../../casework/plan.ts'
import { At } from '../desk/fields.ts'
import { DayText, LongWords, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'

const GoalName = z
  .string()
  .regex(/^[a-z]\d{1,4}$/)
  .describe('Name of the goal within the plan: g1.')

const NeedCode = z
  .string()
  .regex(/^[a-z_]{2,30}$/)
  .describe('Indicator, or need heard in the talk.')

const PlanGoal = z
  .strictObject({
    id: GoalName,
    words: ShortWords.min(1),
    need: NeedCode.nullable().describe('Need that it answers to.'),
  })
  .meta({ id: 'OfficePlanGoal' })

const MeasureParts = {
  goal: GoalName.nullable().describe('Goal that it serves.'),
  words: ShortWords.min(1),
  source: z.enum(MEASURE_SOURCES).describe('policy · resource · project · own.'),
  kind: z.enum(HELP_KINDS).describe('money · goods · service · mind.'),
  aim: z.enum(HELP_AIMS).describe('floor holds a household where it is, growth helps it on.'),
  who: z.string().trim().max(60).describe('Who does it, as people call them.'),
  owner: z.guid().nullable().describe('Colleague who sees to it; null = the author of the plan.'),
  dueOn: DayText.nullable(),
  every: z.enum(RHYTHMS).describe('once, or how often it comes again.'),
  until: DayText.nullable().describe('Last day of what comes again.'),
}

const PlanMeasure = z
  .strictObject({ id: RecordId, ...MeasureParts })
  .meta({ id: 'OfficePlanMeasure' })

const PlanParts = {
  tier: z.enum(TIERS).describe('prevention · safety_net · development · protection.'),
  needs: z.array(NeedCode).max(30).readonly(),
  goals: z.array(PlanGoal).max(20).readonly(),
  reviewOn: DayText.nullable().describe('When the plan is looked at again.'),
  note: LongWords,
}

/** What is written in a plan (一户一方案). */
export const WrittenPlan = z
  .strictObject({ ...PlanParts, measures: z.array(PlanMeasure).max(60).readonly() })
  .meta({ id: 'OfficeWrittenPlan' })

export type WrittenPlan = z.infer<typeof WrittenPlan>

export const PlanFrom = z.strictObject({
  from: z
    .enum(['needs', 'template', 'revision', 'next_phase'])
    .describe('What the proposal begins with.'),
  template: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional()
    .describe('Id of the template.'),
})

export const ProposedPlan = z
  .strictObject({
    plan: z.strictObject({
      ...PlanParts,
      measures: z
        .array(
          z.strictObject({
            id: z.guid().nullable().describe('Null = new: who writes it down gives the id.'),
            ...MeasureParts,
          }),
        )
        .readonly(),
    }),
    rule: z.string().nullable().describe('Rule that chose the kind of service.'),
  })
  .meta({ id: 'OfficeProposedPlan' })

export type ProposedPlan = z.infer<typeof ProposedPlan>

const Follows = z.enum(['revision', 'next_phase'])

export const SavePlan = z.strictObject({
  version: RecordVersion.nullable().describe('Null = new.'),
  plan: WrittenPlan,
  follows: Follows.nullable().describe('What it is to the plan in force; read when it is new.'),
})

export const StepPlan = z.strictObject({
  version: RecordVersion,
  step: z.enum(['submit', 'return', 'approve', 'finish', 'drop']),
  remark: ShortWords.default('').describe('Why it is sent back.'),
})

export const AgreeToPlan = z.strictObject({
  version: RecordVersion,
  answer: z.enum(AGREED).describe('yes · no · wants_change.'),
  by: z.enum(AGREED_BY).describe('in_person · phone · chat.'),
  words: ShortWords.default('').describe('What the household said.'),
})

/** The bot tells the plan and asks about it. */
export const AskAboutPlan = z.strictObject({
  version: RecordVersion,
  words: LongWords.min(1).describe('The plan in plain words, as the household is told it.'),
})

export const MeetGoal = z.strictObject({
  version: RecordVersion,
  goal: GoalName,
  met: z.boolean(),
  id: RecordId.describe('Of the line in the needs list, should it have none yet.'),
})

export const StepMeasure = z.strictObject({
  version: RecordVersion,
  step: z.enum(['start', 'done', 'missed', 'drop', 'again']),
  words: ShortWords.default('').describe('What was done.'),
})

/** A plan as it stands. */
export const PlanView = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    state: z.string().describe('draft · submitted · in_force · done · replaced · dropped.'),
    phase: z.int().describe('1 = first phase.'),
    follows: z.strictObject({ id: z.string(), how: Follows }).nullable(),
    plan: WrittenPlan.nullable().describe('Null after an erasure.'),
    owner: Person.nullable(),
    writers: z.array(z.string()).readonly().describe('Staff who wrote a version of it.'),
    submittedBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    approvedOn: z.string().nullable(),
    remark: z.string().describe('Why it was sent back.'),
    met: z.array(z.string()).readonly().describe('Goals that are met.'),
    agreement: z
      .strictObject({
        answer: z.enum(AGREED),
        by: z.enum(AGREED_BY),
        on: z.string(),
        staff: z.string(),
        words: z.string(),
      })
      .nullable(),
    asked: z.string().nullable().describe('Day on which the bot asked the household about it.'),
    changedBy: Person,
    changedAt: At,
    at: At,
  })
  .meta({ id: 'OfficePlan' })

export type PlanView = z.infer<typeof PlanView>

/** A measure of a plan in force: what is to be done, until when. */
export const MeasureView = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    state: z.string().describe('due · under_way · done · missed · dropped.'),
    open: z.boolean(),
    owner: Person.nullable(),
    dueOn: z.string().nullable(),
    words: z.string(),
    who: z.string(),
    consultation: z.string().nullable().describe('Conference whose conclusion it is.'),
    times: z.int().describe('How often it was done.'),
    notes: z.array(z.strictObject({ on: z.string(), by: Person, words: z.string() })).readonly(),
  })
  .meta({ id: 'OfficeMeasure' })

export type MeasureView = z.infer<typeof MeasureView>

export const HouseholdPlansView = z
  .strictObject({
    plans: z.array(PlanView).readonly().describe('Newest first.'),
    measures: z.array(MeasureView).readonly(),
    templates: z.array(z.strictObject({ id: z.string(), title: z.string() })).readonly(),
  })
  .meta({ id: 'OfficeHouseholdPlans' })

export type HouseholdPlansView = z.infer<typeof HouseholdPlansView>

export const PastPlansView = z
  .strictObject({
    versions: z
      .array(
        z.strictObject({
          version: z.int(),
          state: z.string(),
          by: Person,
          at: At,
          plan: WrittenPlan.nullable(),
        }),
      )
      .readonly()
      .describe('Newest first.'),
  })
  .meta({ id: 'OfficePastPlans' })

export type PastPlansView = z.infer<typeof PastPlansView>

const Where = z.strictObject({
  household: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  grade: z.string().nullable(),
})

/** Plans that wait for approval or are to be looked at again, and measures due within a week. */
export const PlansAcrossView = z
  .strictObject({
    plans: z.array(z.strictObject({ plan: PlanView, at: Where })).readonly(),
    measures: z.array(z.strictObject({ measure: MeasureView, at: Where })).readonly(),
  })
  .meta({ id: 'OfficePlansAcross' })

export type PlansAcrossView = z.infer<typeof PlansAcrossView>
