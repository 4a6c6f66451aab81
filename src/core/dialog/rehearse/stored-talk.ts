import { z } from 'zod'
import { INDICATORS } from '../../indicators.ts'

/** A stored talk: what somebody writes and what must follow. Kept beside the flows, played at every check. */

const text = z.string().min(1)

/** Where the bot goes on when an adviser gives the talk back. */
export const BACK_AT = ['open_question', 'questions', 'appointment', 'end'] as const
const texts = z.union([text, z.array(text).min(1)])

const expectation = z.strictObject({
  /** Answers by slot; a money answer may be one number, an address its street or committee code. */
  slots: z.record(z.string(), z.unknown()).optional(),
  urgency: z.enum(['normal', 'same_day', 'now']).optional(),
  events: z.array(z.string()).optional(),
  no_events: z.array(z.string()).optional(),
  heard: z.array(z.string()).optional(),
  case: z
    .strictObject({
      status: z.string().optional(),
      stage: z.string().optional(),
      phone: z.string().nullable().optional(),
      name: z.string().nullable().optional(),
      grade: z.string().optional(),
      deprived: z.array(z.string()).optional(),
      queue: z.string().optional(),
      street: z.string().nullable().optional(),
      committee: z.string().optional(),
      rule: z.string().optional(),
      urgency: z.string().optional(),
      crisis: z.string().optional(),
      wants_person: z.boolean().optional(),
    })
    .nullable()
    .optional(),
})

const line = z.union([
  z.strictObject({
    me: z.union([z.string(), z.number().transform(String)]),
    /** So many times over: a message of ten thousand characters. */
    times: z.number().int().min(1).max(10_000).optional(),
  }),
  z.strictObject({ tap: text }),
  z.strictObject({
    media: z.enum(['image', 'audio', 'video', 'file', 'sticker']),
    count: z.number().optional(),
  }),
  /** The question that now waits: `phone`, or with its mode `phone.confirm`. */
  z.strictObject({ bot: text }),
  /** Words that the answer must hold. */
  z.strictObject({ says: texts }),
  z.strictObject({ says_not: texts }),
  z.strictObject({ silent: z.literal(true) }),
  z.strictObject({ wait: z.string().regex(/^\d+[smhd]$/) }),
  z.strictObject({
    desk: z.enum(['claimed', 'took_over', 'said', 'gave_back', 'closed']),
    text: text.optional(),
    /** gave_back: where the bot goes on; the question that was open unless it is said. */
    at: z.enum(BACK_AT).optional(),
    /** gave_back at `questions`: those of these indicators. */
    questions: z.array(z.enum(INDICATORS)).min(1).optional(),
  }),
  z.strictObject({ check_in: z.literal(true) }),
  z.strictObject({ after_close: z.literal(true) }),
  /** The plan in plain words, asked about by the bot. */
  z.strictObject({ plan_word: text }),
  z.strictObject({ expect: expectation }),
])

export const storedTalkSchema = z.strictObject({
  name: text,
  /** When it begins, with its offset: 2026-11-20T09:00+08:00. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/),
  channel: z.string().default('web'),
  preset: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  /** The page was opened, so the bot spoke first. A preset opens it too. */
  opened: z.boolean().optional(),
  /** A flow that begins by itself, for flows that somebody else starts. */
  flow: text.optional(),
  /** What the file of this person holds, as an earlier request left it on that day. */
  file: z
    .strictObject({
      on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      facts: z.record(z.string(), z.unknown()),
      /** The channel is this person's own account. */
      private: z.boolean().default(false),
    })
    .optional(),
  talk: z.array(line).min(1),
  /** Outcome, or `parked`, or `open`. */
  ends: z.string().optional(),
  expect: expectation.optional(),
})

export type StoredTalk = z.infer<typeof storedTalkSchema>

export type ReadTalk =
  | { readonly ok: true; readonly talk: StoredTalk }
  /** `field`: `2.talk.0`, the second talk's first line. */
  | { readonly ok: false; readonly field: string; readonly says: string }

/** The talks of a file that was parsed: a list, or a single one. */
export function readTalks(parsed: unknown): readonly ReadTalk[] {
  return (Array.isArray(parsed) ? parsed : [parsed]).map((talk: unknown, at): ReadTalk => {
    const checked = storedTalkSchema.safeParse(talk)
    if (checked.success) return { ok: true, talk: checked.data }
    const [first] = checked.error.issues
    const field = [at + 1, ...(first?.path ?? [])].join('.')
    return { ok: false, field, says: first?.message ?? '' }
  })
}

export type TalkLine = StoredTalk['talk'][number]
export type Expectation = z.infer<typeof expectation>
