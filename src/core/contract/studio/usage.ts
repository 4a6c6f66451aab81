import { z } from 'zod'
import { WORDING_KEYS } from '../../dialog/flow/schema.ts'
import { STEP_DEEDS } from '../../dialog/usage/step-marks.ts'

const Day = z.iso.date().describe('In Shanghai.')

export const USAGE_GROUPS = ['bundle', 'channel', 'hour', 'street'] as const

export const AskUsage = z.strictObject({
  flow: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .describe('Id of a flow.'),
  from: Day,
  to: Day,
  channel: z.string().max(40).optional(),
  street: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
  bundle: z.string().max(80).optional().describe('Content hash of the flows.'),
  by: z.enum(USAGE_GROUPS).optional().describe('Split by this as well.'),
})

const Told = z
  .int()
  .nullable()
  .describe('Rounded to 5; null = fewer than five, which is never told.')

const share = z.number().min(0).max(1)

const Range = z
  .strictObject({ share, low: share, high: share })
  .nullable()
  .describe('With its 95 % interval (Wilson); null where fewer than five are behind it.')

const counts = Object.fromEntries(STEP_DEEDS.map((did) => [did, Told])) as Record<
  (typeof STEP_DEEDS)[number],
  typeof Told
>

export const UsageLine = z
  .strictObject({
    step: z.string().describe('Id of the step, of the question in an adaptive block.'),
    group: z.string().describe('Value of what it is split by; empty = not split, or not known.'),
    ...counts,
    median: z.number().nullable().describe('Seconds to the answer.'),
    drop: Range.describe('Share of those who saw it and left, with its interval.'),
    alarming: z.boolean().describe('More than 8 of 100 left, and at least 100 saw it.'),
  })
  .meta({ id: 'StudioUsageLine' })

export const AskWordings = AskUsage.pick({ flow: true, from: true, to: true })

/** How the wordings of questions fare that are compared. */
export const Wordings = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          step: z.string().describe('Id of the step.'),
          wording: z.enum(['a', ...WORDING_KEYS]).describe('a: the question as it stands.'),
          text: z
            .string()
            .describe('Mark of its text, eight hex digits: another text is another line.'),
          shown: Told,
          at_once: Told,
          asked_again: Told,
          left: Told,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioWordings' })

/** Figures of use of a flow. */
export const Usage = z
  .strictObject({
    lines: z.array(UsageLine).readonly(),
    choices: z.strictObject({
      channels: z.array(z.string()).readonly(),
      streets: z.array(z.strictObject({ code: z.string(), name: z.string() })).readonly(),
      bundles: z
        .array(z.strictObject({ hash: z.string(), since: Day }))
        .readonly()
        .describe('Versions of the flows, newest first.'),
    }),
  })
  .meta({ id: 'StudioUsage' })
