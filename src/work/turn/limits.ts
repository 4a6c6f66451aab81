import { HOUR, MINUTE, SECOND } from '../../core/time.ts'

/** Every limit of the turn engine in one place, each with its reason. */
export const TURN_LIMITS = {
  /** Lanes of work: two statements in flight keep two cores and one disk busy (measured). */
  shards: 2,
  /** Batches of a lane under way at once: one is thought out while the others are written. */
  flying: 3,
  /**
   * Longest thinking of a batch in ms, then it is written and the rest makes up the next: nobody waits
   * for the slow turns of a hundred others.
   */
  thinking: 8,
  /** Turns a batch. 500 gave no more a second, at ten times the wait (measured). */
  batch: 128,
  /**
   * Messages in the queue from which on newcomers lie in the inbox until their turn: some 20 ms of work, as long
   * as a commit takes on a busy disk. The strictest channel (LINE) wants its answer within 2 s.
   */
  keepFirst: 16,
  /** A message whose turn is not committed after so many ms lies in the inbox too, however few wait. */
  keepAfter: 60,
  /** A message that has lain in the inbox so long is nobody's: its process is no more. */
  leftBehind: 30 * SECOND,
  /**
   * Messages in the queue before newcomers are only noted, told so, and answered later: noting costs two thirds
   * of answering, so it is for a rush that answering cannot bear, some seconds deep.
   */
  backlog: 2_000,
  /** Ends of conversations kept in memory: about 3 KB each. */
  remembered: 10_000,
  /** Lost races for a place in the log before the sender is told to come back. */
  races: 50,
  /** Draws of a case number before the turn counts as failed: 9^8 numbers, so one is nearly always enough. */
  draws: 8,
  /** Tries of a message that makes the dialog fail, then a person takes over (fault F12). */
  tries: 5,
  /** First wait before a failed thing is tried again; doubles each time. */
  backoff: 1 * SECOND,
  backoffMost: 5 * MINUTE,
  /** Messages in the queue from which on sending makes room: 20 ms of work. */
  rush: 32,
  /** Conversations that are written to at once. Their statements travel together. */
  sending: 32,
  /** The same in a rush, which must not keep the house from taking what comes in. */
  sendingInRush: 4,
  /** So long the process that gave an answer has it to itself to send; then the rounds of any process do. */
  handedOver: 3 * SECOND,
  /** A worker that dies with a job gives it back after this. Longer than any one send. */
  lease: 20 * SECOND,
  /** Pause between two looks for due jobs: a failed send is seen to at most this late. */
  jobsEvery: 1 * SECOND,
  /** Pause between two looks for silence, which is a matter of minutes. */
  sweepEvery: 5 * SECOND,
  /** Jobs claimed at once. */
  jobs: 50,
  /** Tries of a job of the house before it is buried: with the waits above about two hours. */
  jobTries: 30,
  /** After this a channel no longer knows its own retry keys (LINE: 24 h), so nothing is repeated. */
  inDoubt: 24 * HOUR,
  /** A question that waited so long is not asked any more when a newer one waits behind it. */
  overtaken: 10 * MINUTE,
  /** Tries of something that matters whose arrival the channel cannot tell; then a person is told. */
  unknownTries: 3,
  /** A reply that cannot be sent holds an erasure up no longer than this. */
  eraseWaits: HOUR,
  /** Silence is never asked for sooner: a flow that wants it at once would turn in a circle. */
  silence: MINUTE,
} as const

export type TurnLimits = { readonly [Name in keyof typeof TURN_LIMITS]: number }
