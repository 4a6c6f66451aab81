import { z } from 'zod'

const SPEAKERS = ['bot', 'resident', 'adviser', 'system'] as const

/** One message of a conversation as clients see it. */
export const Message = z
  .strictObject({
    seq: z.int().describe('Place in the conversation; grows, with gaps.'),
    id: z.string().describe('The same message always has the same id.'),
    from: z.enum(SPEAKERS),
    text: z.string().describe('With the numbered options below, so that a plain client works.'),
    options: z
      .array(z.strictObject({ id: z.string(), label: z.string() }))
      .readonly()
      .optional()
      .describe('What can be tapped; answer with {id, option}.'),
    several: z.boolean().optional().describe('Several options may be chosen: send "1 3" as text.'),
    media: z
      .strictObject({
        kind: z.enum(['image', 'audio', 'video', 'file', 'sticker']),
        files: z.array(z.string()).readonly().describe('Each at /api/chat/files/{id}.'),
      })
      .optional()
      .describe('What was sent besides words.'),
    at: z.string().describe('ISO 8601.'),
    by: z.string().optional().describe('Name of the adviser who speaks.'),
  })
  .meta({ id: 'Message' })

export type Message = z.infer<typeof Message>
