import { z } from 'zod'

/** What a file leaves the house for. */
export const EXPORT_PURPOSES = [
  'resident_copy',
  'application',
  'transfer',
  'review',
  'archive',
] as const

/** Parts of a file; each is a table of its own in CSV. */
export const EXPORT_PARTS = [
  'cases',
  'members',
  'assessments',
  'needs',
  'benefits',
  'services',
  'papers',
  'consents',
  'records',
  'timeline',
] as const

export const ExportFile = z.strictObject({
  purpose: z.enum(EXPORT_PURPOSES).describe('It is recorded.'),
  format: z
    .enum(['json', 'csv', 'print'])
    .describe('print = for the page that is printed: masked.'),
  part: z.enum(EXPORT_PARTS).nullable().describe('One table for CSV; null = everything.'),
})

/** A file to be saved. */
export const ExportedFile = z
  .strictObject({
    name: z.string(),
    type: z.string().describe('Media type.'),
    text: z.string(),
    watermark: z.string().describe('Who took it out, when, what for.'),
  })
  .meta({ id: 'OfficeExport' })
