import { join } from 'node:path'
import { z } from 'zod'
import { AID_REFUSALS, type AidRules } from '../../core/casework/aid.ts'
import { CalendarDay, readYaml } from './read-yaml.ts'

const Sentence = z.string().trim().min(1).max(500)

const AidFile = z.strictObject({
  format: z.literal('hearth-aid/1'),
  rules: z
    .array(
      z.strictObject({
        from: CalendarDay,
        papers_within: z.int().min(1).max(60),
        limit: z.number().positive().max(1_000_000),
        source: Sentence,
        needs_verification: z.boolean(),
      }),
    )
    .min(1),
  papers: z
    .array(z.strictObject({ type: z.string().regex(/^[a-z_]+$/), must: z.boolean() }))
    .min(1),
  refusals: z.record(z.enum(AID_REFUSALS), Sentence),
  review: z.strictObject({ text: Sentence, source: Sentence }),
})

/** Reads data/aid/parameters.yaml: deadline, limit, papers, what is said with a refusal. Throws bad_data. */
export async function loadAid(data: string): Promise<AidRules> {
  const { rules, papers, refusals, review } = await readYaml(
    join(data, 'aid', 'parameters.yaml'),
    AidFile,
  )
  return {
    ...{ papers, refusals, review },
    rules: rules
      .map(({ from, papers_within: papersWithin, limit, source }) => {
        return { from, papersWithin, limit: Math.round(limit * 100), source }
      })
      .toSorted((a, b) => a.from.localeCompare(b.from)),
  }
}
