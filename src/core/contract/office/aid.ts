import { z } from 'zod'
import { AID_CAUSES, AID_REFUSALS, AID_STEPS, LIVES_BY, SEEN_BY } from '../../casework/aid.ts'
import { At } from '../desk/fields.ts'
import { Fen, LongWords, Person, RecordId, RecordVersion, ShortWords } from './fields.ts'
import { HouseholdBrief } from './visit.ts'

const PhotoRef = z.strictObject({
  number: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,32}$/)
    .describe('Case through which it is read: GET /api/desk/files/{id}?case=…'),
  id: z.guid().describe('Id of the kept file.'),
})

const PaperType = z
  .string()
  .regex(/^[a-z_]{2,30}$/)
  .describe('identity_card · application · diagnosis …, as data/aid names them.')

/** The application (临时救助申请) as it is printed. */
const AidFormShape = z
  .strictObject({
    name: z.string().trim().max(60).describe('Who asks for help.'),
    idNumber: z.string().trim().max(30).describe('Read off the card.'),
    phone: z.string().trim().max(30).describe('Whole.'),
    home: ShortWords.describe('Where they live (居住地).'),
    registered: ShortWords.describe('Where they are registered (户籍地).'),
    people: z.string().trim().max(10).describe('How many live there.'),
    story: LongWords.describe('What happened, and what is lacking.'),
  })
  .meta({ id: 'OfficeAidForm' })

export const AidView = z
  .strictObject({
    household: HouseholdBrief,
    id: z.string(),
    version: z.int(),
    state: z.string().describe('begun · asked · paid · done · refused · dropped.'),
    cause: z.string().describe('accident · illness · income · living · other.'),
    words: z.string(),
    seen: z.string().nullable().describe('How it was made sure who this is.'),
    lives: z.string().nullable().describe('How it was made sure where they live.'),
    papers: z
      .array(z.strictObject({ type: z.string(), photo: PhotoRef.nullable() }))
      .readonly()
      .describe('What is there; photo null = seen and given back.'),
    missing: z.array(z.string()).readonly().describe('Papers that must still come.'),
    form: AidFormShape.describe('As saved, else as the file fills it.'),
    filled: z.boolean().describe('Whether the form was saved.'),
    amount: z.int().nullable().describe('In fen.'),
    first: z.string().nullable().describe('Staff id of who asked for the payment.'),
    second: z.string().nullable().describe('Staff id of who paid.'),
    receipt: PhotoRef.nullable(),
    dueOn: z.string().nullable().describe('Last day of the procedure (补程序).'),
    late: z.boolean(),
    why: z.string().describe('Why it was sent back, refused or dropped.'),
    refused: z.array(z.string()).readonly(),
    steps: z
      .array(z.strictObject({ step: z.string(), at: At }))
      .readonly()
      .describe('Moments, in order.'),
    owner: Person.nullable(),
    cash: z
      .strictObject({
        committee: z.string(),
        limit: z.int().describe('Fen that one payment may be at most.'),
        balance: z.int().describe('In fen.'),
      })
      .nullable()
      .describe('Petty cash of the community; null = it has none, or a list.'),
    limit: z.int().describe('Fen: of the account, else of the rule in force.'),
    papersWithin: z.int().describe('Working days for the procedure.'),
    types: z
      .array(z.strictObject({ type: z.string(), must: z.boolean() }))
      .readonly()
      .describe('Papers that are asked for.'),
  })
  .meta({ id: 'OfficeAid' })

export type AidView = z.infer<typeof AidView>

export const AidsFound = z
  .strictObject({
    aids: z.array(AidView).readonly(),
    times: z
      .array(
        z.strictObject({
          step: z.enum(AID_STEPS),
          count: z.int(),
          median: z.int().nullable().describe('Minutes from the beginning, of the middle one.'),
        }),
      )
      .readonly()
      .describe('Over the last 500; empty for one household.'),
  })
  .meta({ id: 'OfficeAids' })

export const AidsAsked = z.strictObject({
  all: z.enum(['yes', 'no']).optional().describe('yes = also those that are over.'),
  street: z
    .string()
    .regex(/^(\d{9})?$/)
    .optional()
    .describe('9-digit street; absent or empty = all of your own.'),
})

export const BeginAid = z.strictObject({
  id: RecordId,
  cause: z.enum(AID_CAUSES).describe('Why it cannot wait.'),
  words: LongWords,
})

const version = RecordVersion

/** One step of an aid. */
export const AidDeed = z.discriminatedUnion('act', [
  z.strictObject({
    ...{ act: z.literal('verify'), version },
    seen: z.enum(SEEN_BY).describe('card · known (to the committee) · phone.'),
    lives: z.enum(LIVES_BY).describe('visit · committee · paper.'),
  }),
  z.strictObject({
    ...{ act: z.literal('paper'), version, type: PaperType },
    photo: PhotoRef.nullable().describe('null = seen and given back.'),
  }),
  z.strictObject({ act: z.literal('fill'), version, form: AidFormShape }),
  z.strictObject({ act: z.literal('ask'), version, amount: Fen }),
  z.strictObject({ act: z.literal('pay'), version }).describe('By a second person.'),
  z.strictObject({ act: z.literal('send_back'), version, why: ShortWords.min(1) }),
  z.strictObject({ act: z.literal('receipt'), version, photo: PhotoRef }),
  z.strictObject({ act: z.literal('finish'), version }),
  z.strictObject({
    ...{ act: z.literal('refuse'), version },
    reasons: z.array(z.enum(AID_REFUSALS)).min(1).max(5).readonly(),
    words: LongWords,
  }),
  z.strictObject({ act: z.literal('drop'), version, why: ShortWords.min(1) }),
])

export type AidDeed = z.infer<typeof AidDeed>

/** What a household is told with a refusal (不予救助告知). */
export const RefusalView = z
  .strictObject({
    name: z.string(),
    day: z.string(),
    reasons: z.array(z.string()).readonly().describe('Sentences with the law.'),
    words: z.string(),
    review: z.string().describe('What may be done against it (行政复议).'),
    source: z.string().describe('The law behind that.'),
  })
  .meta({ id: 'OfficeRefusal' })

export type RefusalView = z.infer<typeof RefusalView>

export const CommitteeCode = z
  .string()
  .regex(/^\d{12}$/)
  .describe('12-digit committee.')

export const CashAccountView = z
  .strictObject({
    committee: z.string(),
    name: z.string(),
    street: z.string(),
    limit: z.int().describe('Fen that one payment may be at most.'),
    balance: z.int().describe('In fen.'),
  })
  .meta({ id: 'OfficeCashAccount' })

export const CashAccounts = z
  .strictObject({
    accounts: z.array(CashAccountView).readonly(),
    without: z
      .array(z.strictObject({ committee: z.string(), name: z.string() }))
      .readonly()
      .describe('Committees of own streets that have none yet.'),
    mayRun: z.boolean().describe('Whether you may open, limit and fill accounts.'),
  })
  .meta({ id: 'OfficeCashAccounts' })

export const SetCashLimit = z.strictObject({ limit: Fen.min(1) })

export const TopUpCash = z.strictObject({ id: RecordId, amount: Fen.min(1) })

export const CashBookView = z
  .strictObject({
    account: CashAccountView,
    sum: z.int().describe('Sum of all lines; the same as the balance.'),
    lines: z
      .array(
        z.strictObject({
          ...{ id: z.string(), seq: z.int(), kind: z.string(), amount: z.int(), balance: z.int() },
          household: z.string().nullable(),
          first: Person.nullable(),
          by: Person,
          at: At,
        }),
      )
      .readonly()
      .describe('Newest first; at most 500.'),
  })
  .meta({ id: 'OfficeCashBook' })
