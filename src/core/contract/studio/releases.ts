import { z } from 'zod'
import { DocumentPath, DocumentText } from './documents.ts'

export const RELEASE_STATES = [
  'submitted',
  'approved',
  'published',
  'refused',
  'withdrawn',
  'replaced',
] as const

/** Documents that are published together (发布): never changed once submitted. */
export const Release = z
  .strictObject({
    number: z.int(),
    state: z.enum(RELEASE_STATES),
    note: z.string().describe('What changes and why, in the words of who submits.'),
    paths: z.array(DocumentPath).readonly().describe('Documents that differ from the one before.'),
    ticked: z.array(z.string()).readonly().describe('Keys of warnings that were looked at.'),
    by: z.string().describe('Name of who submitted it.'),
    at: z.string().describe('ISO 8601.'),
    decidedBy: z.string().nullable().describe('Name of the second person.'),
    decidedAt: z.string().nullable(),
    decision: z.string().nullable().describe('Words of the second person.'),
    publishAt: z.string().nullable().describe('When it goes live; null = at once when approved.'),
    publishedAt: z.string().nullable(),
    of: z.int().nullable().describe('Release that was brought back.'),
    failed: z
      .enum(['stale', 'errors'])
      .nullable()
      .describe('Why it could not be published: overtaken by another release, or no longer sound.'),
    mine: z.boolean().describe('I submitted it: somebody else decides.'),
  })
  .meta({ id: 'StudioRelease' })

export const Releases = z
  .strictObject({ releases: z.array(Release).readonly().describe('Newest first.') })
  .meta({ id: 'StudioReleases' })

export const OpenedRelease = z
  .strictObject({
    release: Release,
    texts: z
      .array(
        z.strictObject({
          path: DocumentPath,
          before: DocumentText.describe('Empty = there was no such document.'),
          after: DocumentText.describe('Empty = there is none any more.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioOpenedRelease' })

export const Submit = z.strictObject({
  paths: z.array(DocumentPath).min(1).max(50),
  note: z.string().trim().min(1).max(2_000),
  ticked: z.array(z.string().max(300)).max(500).default([]),
})

export const Decide = z.strictObject({
  publishAt: z.iso.datetime({ offset: true }).nullable().default(null),
  note: z.string().trim().max(2_000).default(''),
})

/** Which release: /api/studio/releases/:n */
export const OfRelease = z.strictObject({ n: z.coerce.number().int().min(0).max(1_000_000) })

export const Submitted = z.strictObject({ number: z.int() }).meta({ id: 'StudioSubmitted' })

export const Reason = z.strictObject({ note: z.string().trim().max(2_000).default('') })

/** What becomes of those in the middle of a talk, before anybody is moved. */
export const MovingPlan = z
  .strictObject({
    people: z.int().describe('Conversations in the middle.'),
    steps: z
      .array(
        z.strictObject({
          flow: z.string(),
          step: z.string(),
          people: z.int(),
          fate: z
            .enum(['goes_on', 'asked_more', 'removed'])
            .describe('The step is the same; there is more to ask behind it; it is gone.'),
          goesTo: z.string().nullable().describe('Step that takes its place.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioMovingPlan' })
