import { z } from 'zod'
import { FAILURES } from '../../dialog/rehearse/failure.ts'
import { HEARING_CHANGES } from '../../dialog/replay/compare-hearing.ts'
import { TIERS } from '../../understanding/understood.ts'
import { Trouble } from '../trouble.ts'

/** Files that an office edits are known by their path in the repository. */
export const DocumentPath = z
  .string()
  .regex(/^(flows|locales|data)\/[\w./-]{1,120}\.(yaml|json|jsonl|csv)$/)
  .refine((path) => !path.includes('..'), 'no way up')
  .describe('Path of the file, flows/help-request.yaml.')

/** Most characters of a document: the longest shipped flow has 20,000. */
export const DocumentText = z.string().max(1_000_000).describe('The whole text of the file.')

export const DocumentKind = z
  .enum([
    'flow',
    'talks',
    'model',
    'parameters',
    'routing',
    'clocks',
    'hotlines',
    'lexicon',
    'places',
    'texts',
  ])
  .describe('What the file is about; each kind has its checks.')

export const DocumentLine = z
  .strictObject({
    path: DocumentPath,
    kind: DocumentKind,
    title: z.string().describe('What people call it.'),
    draft: z
      .strictObject({ by: z.string().describe('Name.'), at: z.string().describe('ISO 8601.') })
      .nullable()
      .describe('Who is changing it; null = as published.'),
    published: z
      .int()
      .nullable()
      .describe('Release that it comes from; null = the file as shipped.'),
    conflict: z.boolean().describe('File and database were both changed.'),
  })
  .meta({ id: 'StudioDocument' })

export const Documents = z
  .strictObject({ documents: z.array(DocumentLine).readonly() })
  .meta({ id: 'StudioDocuments' })

export const OpenedDocument = z
  .strictObject({
    ...DocumentLine.shape,
    text: DocumentText.describe('The draft, or what is published.'),
    base: DocumentText.describe('What is published.'),
    version: z
      .int()
      .describe('What was read; sent back with each save. 0 = there never was a draft.'),
    shipped: DocumentText.nullable().describe(
      'The file as shipped; differs from base in a conflict.',
    ),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'StudioOpened' })

export const SaveDraft = z.strictObject({
  text: DocumentText,
  version: z
    .int()
    .min(0)
    .describe('Version of the draft as it was read; another one is refused with 409 stale.'),
})

/** Names the document in the address: /api/studio/document?path=flows/help-request.yaml */
export const OfDocument = z.strictObject({ path: DocumentPath })

/** Answer 409: somebody else saved in between; both texts are kept until a person has chosen. */
export const DraftConflict = Trouble.extend({
  other: z
    .strictObject({
      text: DocumentText.nullable().describe('Null = the draft was put away.'),
      version: z.int().describe('To be sent when this text is written over.'),
      by: z.string().describe('Name.'),
      at: z.string().describe('ISO 8601.'),
    })
    .optional(),
}).meta({ id: 'StudioDraftConflict' })

export const SavedDraft = z.strictObject({ version: z.int() }).meta({ id: 'StudioSaved' })

/** What a check found, and where. Words for `code` are in the studio's texts. */
const DocumentProblem = z
  .strictObject({
    level: z.enum(['error', 'warning']),
    code: z.string(),
    path: z.string(),
    flow: z.string().optional(),
    step: z.string().optional(),
    field: z.string().optional(),
    about: z.string().optional().describe('A name that the sentence needs.'),
    line: z.int().optional().describe('1-based, where the file tells.'),
    key: z.string().describe('Names this finding for a tick; the same finding has the same key.'),
    known: z
      .boolean()
      .optional()
      .describe('A warning that stands in what is in force as well: it needs no tick.'),
  })
  .readonly()
  .meta({ id: 'StudioProblem' })

export type Finding = z.infer<typeof DocumentProblem>

/** Texts that are looked at in place of what is published; saved or not. */
export const Drafted = z
  .strictObject({
    texts: z.record(DocumentPath, DocumentText).describe('By path.'),
    talks: z.boolean().default(true).describe('Whether the stored talks are played, too.'),
  })
  .describe('Documents as they would be.')

/** Where a talk went another way. Words for `code` are in the studio's texts. */
const TalkFailure = z
  .strictObject({
    line: z.int().optional().describe('1-based line of the talk; absent = at its end.'),
    code: z.enum(FAILURES),
    about: z.string().optional().describe('A slot, an event, a field of the case.'),
    expected: z.string().optional(),
    is: z.string().optional(),
  })
  .meta({ id: 'StudioTalkFailure' })

const HearingChange = z
  .enum(HEARING_CHANGES)
  .describe('danger_lost: danger that no longer raises the alarm; such a change is refused.')

const Heard = z
  .strictObject({
    tier: z.enum(TIERS),
    type: z.string().nullable(),
    learned: z.boolean().describe('By what was learned from examples, by no rule.'),
    needs: z.array(z.string()).readonly(),
  })
  .meta({ id: 'StudioHeard' })

export const Checked = z
  .strictObject({
    problems: z.array(DocumentProblem).readonly(),
    talks: z
      .array(
        z.strictObject({
          name: z.string(),
          passed: z.boolean(),
          says: z.string().describe('Where it went another way first, for logs.'),
          failures: z.array(TalkFailure).readonly(),
        }),
      )
      .readonly(),
    hearing: z
      .strictObject({
        lines: z.int().describe('Example lines of the house that were heard with both.'),
        danger: z.int().describe('Of them so many are of danger.'),
        counts: z.array(z.strictObject({ kind: HearingChange, lines: z.int() })).readonly(),
        changes: z
          .array(
            z.strictObject({
              kind: HearingChange,
              text: z.string().describe('A made-up line, of nobody.'),
              was: Heard,
              is: Heard,
            }),
          )
          .readonly()
          .describe('Danger first; the first two hundred.'),
      })
      .optional()
      .describe('What is heard otherwise; only where words for hearing change.'),
    took: z.number().describe('Milliseconds.'),
  })
  .meta({ id: 'StudioChecked' })
