import { z } from 'zod'
import { DayText } from './fields.ts'
import { DaysAsked } from './visit.ts'

export const FiguresAsked = DaysAsked

const Count = z.int().min(0)

const PlaceFigures = z.strictObject({
  code: z.string().describe('Street or committee; empty = not known yet.'),
  name: z.string().nullable(),
  asked: Count.describe('Requests that came.'),
  late: Count.describe('Of them, those whose clock ran out.'),
  contact: Count.nullable().describe('Minutes to the first contact, median; null = nobody yet.'),
  closed: Count,
  services: Count.describe('Service records of these days.'),
  visits: Count.describe('Of them at home.'),
  open: Count.describe('Open now.'),
  high: Count.describe('Of them gravely in need.'),
  overdue: Count.describe('Of them past a clock.'),
  followUps: Count.describe('Follow-ups past their day now.'),
  measures: Count.describe('Measures of plans past their day now.'),
  reminders: Count.describe('Reminders that nobody answered in time.'),
})

export type PlaceFigures = z.infer<typeof PlaceFigures>

/** What was done in some days and what stands now, by place. */
export const FiguresView = z
  .strictObject({
    from: DayText,
    to: DayText,
    by: z.enum(['street', 'committee']).describe('Within one street by committee.'),
    places: z.array(PlaceFigures).readonly().describe('What is past its clock first.'),
    all: PlaceFigures.nullable().describe('Together; null = nothing at all.'),
  })
  .meta({ id: 'OfficeFigures' })

export type FiguresView = z.infer<typeof FiguresView>
