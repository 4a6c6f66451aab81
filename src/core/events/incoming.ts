import type { IndicatorCode } from '../indicators.ts'
import type { Instant } from '../time.ts'
import type { SentMedia } from './sent-media.ts'

/** What reaches a conversation: from the resident, the clock, or the adviser's desk. Channel-neutral. */
export type Incoming =
  | { readonly kind: 'text'; readonly text: string }
  /** A tap on an option: its id as it was sent out, `<step>#<key>`. */
  | { readonly kind: 'tap'; readonly option: string }
  | {
      readonly kind: 'media'
      readonly media: 'image' | 'audio' | 'video' | 'file' | 'sticker'
      readonly count: number
      /** Ids of what was kept; absent where a channel only says that something came. */
      readonly files?: readonly string[]
      /**
       * The platform's own ids of what is still to be fetched, in order: kept sealed with the turn, fetched
       * after it is durable (`Channel.fetchMedia`), then shown like `files`.
       */
      readonly fetch?: readonly string[]
    }
  /** The resident opened the chat: from a link or QR code, perhaps with a preset place. */
  | {
      readonly kind: 'opened'
      readonly preset?: Preset
      /** The language that was chosen on the page. */
      readonly language?: string
    }
  /** Nobody has written since the question was asked; fed in by the clock. */
  | { readonly kind: 'silence' }
  /** The bot starts to speak: a check-in that is due, or the question after closing. */
  | {
      readonly kind: 'check_in'
      readonly case: string
      /** Kind of the flow that begins; the check-in where nothing is said. */
      readonly flow?: 'after_close' | 'plan_word'
      /** What the bot tells after its first message: a plan in plain words. */
      readonly words?: string
    }
  /** The resident took a message back (撤回): its words are masked. `externalId`: under which it came. */
  | { readonly kind: 'unsent'; readonly externalId: string }
  | { readonly kind: 'desk'; readonly desk: DeskAct }

/** 9-digit street or 12-digit committee code from `/?street=…`. */
export type Preset = { readonly street: string; readonly committee?: string }

/** What an adviser does that the resident must learn of, or that the bot must follow. */
export type DeskAct =
  | { readonly act: 'claimed'; readonly by: Person }
  | { readonly act: 'took_over'; readonly by: Person }
  | {
      readonly act: 'said'
      readonly by: Person
      readonly text: string
      /** What was attached, kept with the conversation. */
      readonly media?: SentMedia
      /** What was attached in the platform's own client: ids under which it is fetched from there. */
      readonly there?: { readonly kind: SentMedia['kind']; readonly fetch: readonly string[] }
    }
  | {
      readonly act: 'gave_back'
      readonly by: Person
      /** `questions`: only those of the indicators named; `appointment`: only when to meet. */
      readonly at: 'open_question' | 'questions' | 'appointment' | 'end'
      readonly questions?: readonly IndicatorCode[]
    }
  | { readonly act: 'closed'; readonly by: Person; readonly outcome: string }

export type Person = { readonly id: string; readonly name: string; readonly street?: string }

/** One thing that came in, with what makes it unique. */
export type Arrival = {
  readonly channel: string
  readonly account: string
  /** The channel's own id of the message; makes a second delivery harmless. */
  readonly externalId: string
  readonly at: Instant
  readonly incoming: Incoming
  /** Somebody else has the floor in that channel: kept and shown, and the bot says nothing but to danger. */
  readonly quiet?: boolean
}
