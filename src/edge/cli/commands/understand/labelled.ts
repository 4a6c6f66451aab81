import { z } from 'zod'

/** One line of a labelled file. */
export const Labelled = z.object({
  id: z.string(),
  text: z.string(),
  ctx: z.string().default('open'),
  acts: z.array(z.string()).optional(),
  indicators: z
    .array(
      z.object({ code: z.string(), who: z.string().optional(), polarity: z.string().optional() }),
    )
    .default([]),
  crisis: z.string().optional(),
  slots: z.record(z.string(), z.unknown()).default({}),
})

export type LabelledLine = z.infer<typeof Labelled>

/** 2026-11-21 noon in Shanghai: labelled files hold relative days and ages. */
export const NOW = Date.parse('2026-11-21T12:00:00+08:00')
