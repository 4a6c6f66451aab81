import { z } from 'zod'
import { WHO } from '../../core/people/kin.ts'
import { CRISIS_TYPES, HEARD_CODES } from '../../core/understanding/understood.ts'
import type { Suggestion } from '../../work/ports/suggester.ts'

/** What the model is asked to answer with; its JSON Schema goes out with the question. */
const Answer = z.object({
  needs: z
    .array(z.object({ code: z.enum(HEARD_CODES), who: z.enum(WHO) }))
    .max(11)
    .describe('Hardships that the writer seems to have now, and whose they are.'),
  danger: z
    .enum(['none', 'watch', 'high'])
    .describe('watch = deep distress; high = somebody may come to harm.'),
  danger_type: z.enum(CRISIS_TYPES).nullable().describe('Kind of danger; null when there is none.'),
})

export const ANSWER_SCHEMA = z.toJSONSchema(Answer)

/** The completion around it, of which nothing else counts. */
const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/** The suggestion in the body of a completion; null for anything else. */
export function readAnswer(body: string): Suggestion | null {
  const content = Completion.safeParse(jsonOf(body)).data?.choices[0]?.message.content
  const answer = content === undefined ? undefined : Answer.safeParse(jsonOf(content)).data
  if (!answer) return null
  const { needs, danger: tier, danger_type: type } = answer
  const danger = tier === 'none' ? null : { tier, type: type ?? ('distress' as const) }
  return { needs, danger }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
