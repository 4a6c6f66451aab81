import { z } from 'zod'

/** What every failed call answers. The codes are those of src/core/errors.ts. */
export const Trouble = z
  .strictObject({
    code: z.string(),
    message: z.string().describe('A sentence for people.'),
    field: z.string().optional().describe('The part of the request that is wrong.'),
    by: z.string().optional().describe('Who was faster (already_claimed).'),
  })
  .meta({ id: 'Trouble' })

export type Trouble = z.infer<typeof Trouble>
