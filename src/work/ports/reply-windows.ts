import type { Instant } from '../../core/time.ts'

/** What opened a window: words of the resident, or only a tap, a follow, a scan. */
export type WindowKind = 'message' | 'touch'

type Opening = {
  readonly kind: WindowKind
  /** The platform's own id of what opened it. */
  readonly id: string
  /** When the resident wrote, as the platform says: in whole seconds. */
  readonly at: Instant
  readonly until: Instant
  readonly messages: number
}

/**
 * Some platforms let the house write only for a while after the resident did, and only so often.
 * Counted here, so that a refusal is known before it is met, and so that advisers see what is left.
 */
export type ReplyWindows = {
  /** The same message again, or an older one, opens nothing anew. */
  readonly open: (conversation: string, opening: Opening) => Promise<void>
  /**
   * Takes one message of a window, leaving `keep` of them; null when there is none. The window that ends
   * first is used first, and of a touch nothing is kept.
   */
  readonly take: (conversation: string, now: Instant, keep: number) => Promise<WindowKind | null>
  /** What was taken was surely not sent. */
  readonly giveBack: (conversation: string, kind: WindowKind) => Promise<void>
  /** The resident left, or the platform says that nothing is left. */
  readonly close: (conversation: string) => Promise<void>
  /** For advisers: how many messages until when; null = closed. */
  readonly left: (
    conversation: string,
    now: Instant,
  ) => Promise<{ readonly messages: number; readonly until: Instant } | null>
  /** Forgets what ended a day ago; gives how many. */
  readonly sweep: (now: Instant) => Promise<number>
}
