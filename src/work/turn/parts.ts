import type { converse } from '../../core/dialog/converse.ts'
import type { House } from '../../core/dialog/house.ts'
import type { Incoming } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { Files } from '../ports/files.ts'
import type { Inbox } from '../ports/inbox.ts'
import type { Jobs } from '../ports/jobs.ts'
import type { KnownFiles } from '../ports/known-files.ts'
import type { Sender } from '../ports/sender.ts'
import type { TurnIds } from '../ports/turn-ids.ts'
import type { Turns } from '../ports/turns.ts'
import type { Failpoint } from './failpoint.ts'
import type { TurnLimits } from './limits.ts'

/** All that the turn engine needs. */
export type TurnParts = {
  /** The dialog: one pure function. */
  readonly converse: typeof converse
  /** Read at every turn, so that a published flow is used at once. */
  readonly house: () => House
  readonly turns: Turns
  readonly jobs: Jobs
  /** Where messages lie that wait for their turn; without it they are durable with their turn alone. */
  readonly inbox?: Inbox
  readonly ids: TurnIds
  readonly sender: Sender
  /** What earlier requests hold; without it everybody is asked anew. */
  readonly knownFiles?: KnownFiles
  /** Where files lie; they go with an erased conversation. */
  readonly files?: Pick<Files, 'removeAll'> & Partial<Pick<Files, 'remove'>>
  readonly announce: Announcer
  readonly now: () => Instant
  /** Calls once the event loop has read what is there (`setImmediate`). */
  readonly soon: (call: () => void) => void
  /** Resolves after so many ms. Without it only the length of the queue tells a rush. */
  readonly sleep?: (ms: number) => Promise<unknown>
  /** A number from 0 to 1, for jitter only. */
  readonly chance: () => number
  readonly texts: TurnTexts
  /**
   * Words of danger, cheaply told: such a message is answered at once even when many wait, and before
   * those of the same person that wait (fault F19).
   */
  readonly isUrgent?: (incoming: Incoming) => boolean
  /** Which optional helpers this house has: their jobs are ordered with the turns. */
  readonly helpers?: { readonly suggests: boolean; readonly reads: boolean }
  /** Told of a failure: codes and ids only. */
  readonly report?: (trouble: Trouble) => void
  readonly failpoint?: Failpoint
  readonly limits?: Partial<TurnLimits>
}

/** What the engine itself says, in the resident's language. */
export type TurnTexts = {
  /** A message could not be answered and a person takes over (locale key `failed.handed_over`). */
  readonly handedOver: string
  /** Many are writing: taken, answered later (locale key `failed.received`). */
  readonly received: string
  /** How a picture, a recording … reads in the talk (locale keys `media.image` …). */
  readonly media: Readonly<Record<string, string>>
  /** In the place of a message that was taken back (`media.taken_back`). */
  readonly takenBack?: string
  /** What was sent cannot be had, or not be kept (`media.lost`, `media.refused`). */
  readonly mediaLost?: string
  readonly mediaRefused?: string
  /** For who wants to go on here with what was told elsewhere; without them nobody is understood so. */
  readonly claim?: ClaimTexts
}

/** Locale keys `claim.*`. */
export type ClaimTexts = {
  /** Words that a number of a case follows: 编号, 申请 … */
  readonly marks: readonly string[]
  readonly askPhone: (number: string) => string
  readonly phoneAgain: string
  readonly askCode: string
  readonly checking: string
  readonly wrong: string
  readonly often: string
  /** What the older talk is told, before and after. */
  readonly code: (code: string) => string
  readonly gone: string
  /** The first words in the new place. */
  readonly here: string
}

type Trouble = {
  readonly code: 'turn_failed' | 'turn_quarantined' | 'job_failed' | 'job_buried' | 'round_failed'
  readonly id: string
  readonly seq?: number
  readonly why: string
}
