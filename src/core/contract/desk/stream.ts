import { z } from 'zod'
import { At } from './fields.ts'

/**
 * Events of GET /api/desk/stream. Each says only where to look again: nothing is lost when one is
 * missed. After a break (Last-Event-ID is taken, nothing is replayed) a client gets `hello` and
 * fetches what it shows.
 */
export const StreamQuery = z.strictObject({
  case: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,32}$/)
    .optional()
    .describe('Also tell when this case or its conversation changes, and who looks at it.'),
})

export const StreamEvent = z.union([
  z.strictObject({
    type: z.literal('hello').describe('The stream is open: fetch what is shown.'),
    now: At,
  }),
  z.strictObject({
    type: z.literal('queue').describe('The queue changed.'),
    street: z.string().nullable().describe('Where; null = perhaps anywhere.'),
  }),
  z.strictObject({
    type: z
      .literal('case')
      .describe('The case asked for changed, or somebody spoke in a conversation of yours.'),
    number: z.string().describe('Which.'),
  }),
  z.strictObject({
    type: z.literal('alerts').describe('An alert was raised or acknowledged.'),
  }),
  z.strictObject({ type: z.literal('notices').describe('Something calls you.') }),
  z.strictObject({
    type: z.literal('presence').describe('Who looks at a case, each time whole.'),
    number: z.string().describe('Which case.'),
    people: z
      .array(
        z.strictObject({
          id: z.string().describe('Staff id.'),
          name: z.string().describe('Name.'),
          typing: z.boolean().describe('Writing just now.'),
        }),
      )
      .readonly()
      .describe('Others and you. A person is forgotten 45 s after the last POST …/presence.'),
  }),
])

export type StreamEvent = z.infer<typeof StreamEvent>
