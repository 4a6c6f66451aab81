import type { KnownFact } from '../../core/dialog/known-file.ts'
import type { Instant } from '../../core/time.ts'
import type { CaseRef } from './turns.ts'

/** What earlier requests hold of whoever made them, for the bot to read back to that very person. */
export type KnownFiles = {
  /**
   * Answers and what advisers noted since, newest by slot. Only of requests for the own home; nothing at all where
   * one of them told of violence or of a child in danger: who holds the phone today may be whom somebody fled.
   * That it was read stands in the audit before it is given.
   */
  readonly factsOf: (
    cases: readonly CaseRef[],
    at: Instant,
  ) => Promise<Readonly<Record<string, KnownFact>>>
}
