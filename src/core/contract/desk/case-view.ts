import { z } from 'zod'
import { DESK_ACTS } from '../../casework/allowed-acts.ts'
import { TALK_STATES } from '../../casework/desk-lists.ts'
import { INDICATORS } from '../../indicators.ts'
import { AssessmentView } from './assessment-view.ts'
import { At, Named } from './fields.ts'
import { QueueRow } from './queue.ts'

const Answer = z
  .strictObject({
    slot: z.string().describe('Slot of the flow.'),
    question: z.string().describe('As it was asked.'),
    reads: z.string().describe('The answer as it reads; empty when there is none.'),
    basis: z
      .string()
      .describe('answer · story · prefill · skip · refuse · unsure · misses · adviser.'),
    basisLabel: z.string().describe('The same in words.'),
    at: At,
    seq: z.int().nullable().describe('Message of the transcript.'),
    captured: z
      .strictObject({
        reads: z.string().describe('The value in words.'),
        by: z.string().describe('Name of the adviser.'),
        at: At,
        seq: z.int().nullable().describe('Message it was taken from.'),
      })
      .nullable()
      .describe('What an adviser noted for the same slot (记为): stands before the answer.'),
  })
  .meta({ id: 'DeskAnswer' })

const Need = z
  .strictObject({
    code: z.string().describe('Indicator or kind of distress.'),
    label: z.string().describe('The same in words.'),
    who: z.string().describe('self, spouse, child …'),
    polarity: z.string().describe('present · absent · past · hypothetical · asked.'),
    quote: z.string().describe('The resident’s own words.'),
    confirmed: z.boolean().nullable().describe('What the resident said when asked.'),
    seq: z.int().nullable().describe('Message of the transcript.'),
    span: z.tuple([z.int(), z.int()]).nullable().describe('Characters to be marked in it.'),
  })
  .meta({ id: 'DeskNeed' })

const Spoken = z
  .strictObject({
    seq: z.int().describe('Place in the conversation; grows, with gaps.'),
    id: z.string().describe('Never changes.'),
    from: z
      .enum(['bot', 'resident', 'adviser', 'system'])
      .describe('bot · resident · adviser · system.'),
    by: z.string().nullable().describe('Name of the adviser who speaks.'),
    text: z.string().describe('Without numbered options.'),
    options: z.array(z.string()).readonly().describe('What could be tapped.'),
    media: z
      .strictObject({
        kind: z.string().describe('image · audio · video · file · sticker.'),
        files: z
          .array(z.string())
          .readonly()
          .describe('Each at /api/desk/files/{id}?case={number}.'),
      })
      .nullable()
      .describe('What was sent besides words.'),
    delivery: z
      .strictObject({
        state: z
          .string()
          .describe('queued · sent · read · unknown (may have arrived) · failed · withheld.'),
        label: z.string().describe('The same in words, with the reason.'),
      })
      .nullable()
      .describe('How far it got; null where the client fetches it.'),
    at: At,
  })
  .meta({ id: 'DeskSpoken' })

const Line = z
  .strictObject({
    seq: z.int().describe('Place in the history.'),
    at: At,
    kind: z.string().describe('Code of what happened.'),
    group: z
      .enum(['talk', 'contact', 'assessment', 'routing', 'note', 'system'])
      .describe('For the tabs of the timeline.'),
    by: z.string().nullable().describe('Name of who did it; null = the house.'),
    sentence: z.string().describe('In words.'),
    words: z.string().nullable().describe('What was written with it.'),
  })
  .meta({ id: 'DeskLine' })

const NoteView = z
  .strictObject({
    seq: z.int().describe('Place in the history.'),
    at: At,
    by: z.string().describe('Name of the author.'),
    byId: z.string().describe('Staff id of the author.'),
    text: z.string().describe('Internal: the resident never sees it.'),
    mentions: z
      .array(z.strictObject({ id: z.string().describe('Staff id.'), name: z.string() }))
      .readonly()
      .describe('Who was called by @.'),
  })
  .meta({ id: 'DeskNote' })

const Capturable = z
  .strictObject({
    slot: z.string().describe('Code of the slot.'),
    label: z.string().describe('What it is called.'),
    kind: z
      .enum(['text', 'phone', 'number', 'money', 'choice', 'choices', 'yes_no', 'day'])
      .describe('Which value it takes; money in yuan a month.'),
    options: z.array(Named).readonly().describe('For choice and choices.'),
  })
  .meta({ id: 'DeskCapturable' })

const HomeView = z
  .strictObject({
    street: z.string().describe('9-digit code.'),
    committee: z.string().nullable().describe('12-digit code.'),
    label: z.string().describe('Names of both.'),
  })
  .meta({ id: 'DeskHome' })

const SuspectView = z
  .strictObject({
    seq: z.int().describe('Line of the history; POST …/suspects/{seq} settles it.'),
    kind: z.enum(['need', 'photo']).describe('A need heard by a model, or a photo that was read.'),
    code: z.string().describe('Indicator, emo, or kind of paper.'),
    sentence: z.string().describe('The guess in words, with 疑似.'),
    quote: z.string().describe('Printed words of a photo; empty for a need.'),
    file: z.string().nullable().describe('The photo.'),
    message: z.int().nullable().describe('Message of the transcript that has the photo.'),
    amount: z.number().nullable().describe('Yuan on the paper.'),
    at: At,
    settled: z
      .strictObject({ confirmed: z.boolean(), by: z.string().describe('Name.'), at: At })
      .nullable()
      .describe('What a person said about it.'),
  })
  .meta({ id: 'DeskSuspect' })

/** Everything a workspace shows of a case. */
export const CaseView = z
  .strictObject({
    case: QueueRow.describe('The same as in the queue, with the note of a transfer.'),
    subject: z.strictObject({
      name: z.string().nullable(),
      phone: z.string().nullable().describe('Masked; POST …/reveal shows it.'),
      address: z.string().nullable().describe('As the resident wrote it.'),
      agrees: z
        .enum(['yes', 'no', 'unsure'])
        .nullable()
        .describe('Whether the person helped agrees, when somebody else asks.'),
      story: z.string().nullable().describe('Whole, in the resident’s own words.'),
      wantsPerson: z.boolean().describe('Asked for a person.'),
    }),
    answers: z.array(Answer).readonly(),
    needs: z.array(Need).readonly(),
    assessment: AssessmentView,
    talk: z.strictObject({
      state: z.enum(TALK_STATES).describe('Who has the floor.'),
      by: z.string().nullable().describe('Who of us speaks.'),
      last: z.int().describe('Seq of the newest message; 0 = none.'),
      lastResidentAt: At.nullable().describe('When the resident wrote last.'),
      netName: z
        .string()
        .nullable()
        .describe('What the resident calls himself on the platform (网名): not the name he gave.'),
      reach: z
        .strictObject({
          state: z.enum(['open', 'closed', 'left']).describe('Whether a message would go out.'),
          messages: z.int().describe('That may still be sent.'),
          until: At.nullable().describe('Until then, when it is open.'),
          label: z.string().describe('The same in words, with the other way where it is closed.'),
        })
        .nullable()
        .describe('What the platform still lets us write; null = without limits.'),
    }),
    transcript: z
      .array(Spoken)
      .readonly()
      .describe('Oldest first. Empty where it does not go along with a transfer.'),
    timeline: z.array(Line).readonly().describe('Oldest first.'),
    notes: z.array(NoteView).readonly().describe('Oldest first.'),
    samePhone: z
      .array(
        z.strictObject({
          number: z.string(),
          status: z.string().describe('Status of that case.'),
          statusLabel: z.string(),
          opened: At,
        }),
      )
      .readonly()
      .describe('Other cases of this phone that you may see: perhaps the same household.'),
    household: z.strictObject({
      id: z.string().describe('Id of the household file (一户一档).'),
      members: z
        .array(
          z.strictObject({
            who: z.string().describe('self, spouse, elder, child …'),
            label: z.string(),
            name: z.string().nullable(),
            basis: z.string().describe('answer · quote · file.'),
          }),
        )
        .readonly()
        .describe('Who is known to live there.'),
      size: z.string().nullable().describe('How many, as it was answered.'),
    }),
    closing: z
      .strictObject({
        outcome: z.string(),
        outcomeLabel: z.string(),
        at: At,
        by: z.string().nullable(),
        recheck: z.string().nullable().describe('Day on which somebody looks again.'),
      })
      .nullable()
      .describe('How it ended.'),
    askable: z
      .array(
        z.strictObject({
          code: z.enum(INDICATORS),
          name: z.string(),
          question: z.string().describe('What the bot would ask.'),
        }),
      )
      .readonly()
      .describe('Indicators the bot can ask for when the talk is given back.'),
    capturable: z
      .array(Capturable)
      .readonly()
      .describe('Slots that words of the talk can fill (记为), for POST …/capture.'),
    suspects: z
      .array(SuspectView)
      .readonly()
      .describe('What helpers of the house guessed (疑似), oldest first; nobody’s word yet.'),
    supposed: z
      .strictObject({
        sure: z.boolean().describe('The address names exactly this place.'),
        places: z.array(HomeView).readonly().describe('The likeliest first; empty = no idea.'),
      })
      .describe('What the words of the address say, for POST …/place.'),
    acts: z.array(z.enum(DESK_ACTS)).readonly().describe('What this person may do now.'),
    now: At.describe('Time of the server.'),
  })
  .meta({ id: 'DeskCase' })

export type CaseView = z.infer<typeof CaseView>
