import { z } from 'zod'
import { FATES } from '../../dialog/move/fates.ts'
import { DocumentPath, DocumentText } from './documents.ts'

/** Of a step in a part it holds the step that runs it: news__word. */
const StepId = z.string().regex(/^[a-z][a-z0-9_]{0,159}$/)

const RELEASE_STATES = [
  'submitted',
  'approved',
  'published',
  'refused',
  'withdrawn',
  'replaced',
] as const

/** What becomes of those who are in the middle of a request. */
const Moves = z
  .strictObject({
    steps: z
      .record(StepId, StepId)
      .describe('Where those go who stand at a step; the others come to the first open question.'),
  })
  .meta({ id: 'StudioMoves' })

/** Documents that are published together (发布): never changed once submitted. */
const Release = z
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
    moves: Moves.nullable().describe('Null = who is in the middle ends on the text he began with.'),
    mine: z.boolean().describe('I submitted it: somebody else decides.'),
    locked: z
      .boolean()
      .describe('It changes words of danger or consent: who answers for them clears it first.'),
    clearedBy: z.string().nullable().describe('Name of who answers for these words.'),
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
  moves: Moves.nullable()
    .optional()
    .describe('The moving as it was seen; another one is refused with 409 stale.'),
})

export const SetMoves = z.strictObject({ moves: Moves.nullable() })

export const BringBack = z.strictObject({
  note: z.string().trim().max(2_000).default(''),
  moves: Moves.nullable().default(null),
})

/** Which release: /api/studio/releases/:n */
export const OfRelease = z.strictObject({ n: z.coerce.number().int().min(0).max(1_000_000) })

export const Submitted = z.strictObject({ number: z.int() }).meta({ id: 'StudioSubmitted' })

export const Reason = z.strictObject({ note: z.string().trim().max(2_000).default('') })

/** Texts that became drafts once more. */
export const Carried = z
  .strictObject({
    drafted: z.array(DocumentPath).readonly(),
    conflicts: z
      .array(DocumentPath)
      .readonly()
      .describe('Somebody is changing these in another way: left as they are.'),
  })
  .meta({ id: 'StudioCarried' })

/** What was thought a few minutes ago is told once more, unless it is asked for again. */
export const AskThought = z.strictObject({
  again: z.enum(['yes']).optional().describe('Thought anew.'),
})

const THOUGHT_AT = z.string().describe('ISO 8601: when this was thought, ten minutes ago at most.')

/** What becomes of those in the middle of a talk, before anybody is moved. */
export const MovingPlan = z
  .strictObject({
    at: THOUGHT_AT,
    people: z.int().describe('Talks in the middle, on other texts than the new one.'),
    steps: z
      .array(
        z.strictObject({
          flow: z.string(),
          step: z.string().describe('Where they stand.'),
          people: z.int(),
          fate: z
            .enum(FATES)
            .describe(
              'goes_on: the same question. asked_more: others besides. removed: it is gone. ends: nothing is left to ask. The others are not moved.',
            ),
          goesTo: z.string().nullable().describe('Question that they come to; null = none.'),
          more: z.int().describe('Questions that they get besides.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioMovingPlan' })

const turn = <T extends z.ZodType>(value: T) => z.tuple([value, value]).readonly().nullable()

/** The last talks once more, values only, on the house in force and on the one of the release. */
export const Replay = z
  .strictObject({
    at: THOUGHT_AT,
    real: z.int().describe('Talks of the past.'),
    sample: z.int().describe('Made-up ones, where there were not enough.'),
    path: z.int().describe('Of them so many are asked other questions.'),
    grade: z.int(),
    queue: z.int().describe('Another queue, or another urgency.'),
    ends: z.int(),
    differences: z
      .array(
        z.strictObject({
          talk: z.int().describe('A number of this replay: it leads back to nobody.'),
          asked: z.array(z.string()).readonly().describe('Steps that are asked besides.'),
          notAsked: z.array(z.string()).readonly(),
          reordered: z.boolean(),
          grade: turn(z.string().nullable()),
          queue: turn(z.string().nullable()),
          urgency: turn(z.string()),
          ends: turn(z.string()),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StudioReplay' })
