import { join } from 'node:path'
import { z } from 'zod'
import { HELP_AIMS, HELP_KINDS } from '../../core/casework/benefit-ledger.ts'
import { MEASURE_SOURCES, RHYTHMS, TIERS } from '../../core/casework/plan.ts'
import type { After, PlanBook, ReadyGoal } from '../../core/casework/plan-book.ts'
import { TIER_FACTS } from '../../core/casework/plan-tier.ts'
import { type Condition, parseCondition } from '../../core/conditions/parse.ts'
import { problem } from '../../core/errors.ts'
import { CalendarDay, readYaml } from './read-yaml.ts'

const UNITS = { wd: 'working_day', d: 'day', mo: 'month' } as const

/** `5wd`, `10d`, `1mo`. */
const Length = z
  .string()
  .regex(/^[1-9]\d?(wd|d|mo)$/)
  .transform((text): After => {
    const unit = text.replace(/\d/g, '') as keyof typeof UNITS
    return { unit: UNITS[unit], count: Number.parseInt(text, 10) }
  })

const ReadyMeasure = z
  .strictObject({
    words: z.string().min(1).max(200),
    source: z.enum(MEASURE_SOURCES),
    kind: z.enum(HELP_KINDS),
    aim: z.enum(HELP_AIMS),
    who: z.string().min(1).max(60),
    after: Length,
    every: z.enum(RHYTHMS).default('once'),
    lasts: Length.optional(),
  })
  .transform(({ lasts, ...rest }) => ({ ...rest, ...(lasts && { lasts }) }))

const Ready = z.strictObject({
  need: z.string().nullable(),
  words: z.string().min(1).max(200),
  measures: z.array(ReadyMeasure).min(1),
})

const TiersFile = z.strictObject({
  format: z.literal('hearth-plan-tiers/1'),
  since: CalendarDay,
  rules: z.array(z.strictObject({ id: z.string(), tier: z.enum(TIERS), when: z.string() })).min(1),
  otherwise: z.enum(TIERS),
  review: z.record(z.enum(TIERS), Length),
})
const GoalsFile = z.strictObject({
  format: z.literal('hearth-plan-goals/1'),
  since: CalendarDay,
  goals: z.array(Ready).min(1),
})
const TemplatesFile = z.strictObject({
  format: z.literal('hearth-plan-templates/1'),
  since: CalendarDay,
  templates: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z_]+$/),
      title: z.string().min(1),
      fits: z.array(z.string()),
      goals: z.array(Ready).min(1),
    }),
  ),
})

/** Reads data/plans: the rule of the four kinds of service, goals by need, templates. Throws bad_data. */
export async function loadPlans(folder: string): Promise<PlanBook> {
  const [tiers, goals, templates] = await Promise.all([
    readYaml(join(folder, 'tiers.yaml'), TiersFile),
    readYaml(join(folder, 'goals.yaml'), GoalsFile),
    readYaml(join(folder, 'templates.yaml'), TemplatesFile),
  ])
  const { since, rules, otherwise, review } = tiers
  return {
    ...{ since, otherwise, review, templates: templates.templates },
    tiers: rules.map(({ id, tier, when }) => ({ id, tier, when: conditionOf(id, when) })),
    goals: new Map(
      goals.goals.flatMap((goal): [string, ReadyGoal][] =>
        goal.need === null ? [] : [[goal.need, goal]],
      ),
    ),
  }
}

function conditionOf(id: string, text: string): Condition {
  const parsed = parseCondition(text, TIER_FACTS)
  if (parsed.ok) return parsed.condition
  const [first] = parsed.problems
  throw problem('bad_data', { file: 'tiers.yaml', field: id, says: first?.code })
}
