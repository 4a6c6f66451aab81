import { z } from 'zod'
import { At } from './fields.ts'

export const AlertView = z
  .strictObject({
    id: z.string().describe('Id.'),
    number: z.string().nullable().describe('Its case; null while there is none.'),
    street: z.string().nullable().describe('9-digit code; null = not known.'),
    streetName: z.string().nullable().describe('Its name.'),
    tier: z.string().describe('watch · high · imminent.'),
    type: z.string().describe('Kind of danger, or why a person is needed.'),
    label: z.string().describe('The same in words.'),
    at: At.describe('Since when.'),
  })
  .meta({ id: 'DeskAlert' })

export const Alerts = z
  .strictObject({
    alerts: z
      .array(AlertView)
      .readonly()
      .describe('Nobody has answered for them yet; oldest first.'),
    now: At.describe('Time of the server.'),
  })
  .meta({ id: 'DeskAlerts' })
