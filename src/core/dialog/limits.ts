import { MINUTE } from '../time.ts'

/** Every limit of the dialog in one place, each with its reason. */
export const LIMITS = {
  /** A flow above this is a manual, not a talk; also bounds compile time (about 30 µs a state, measured). */
  steps: 2_000,
  /** One screen of large text on a small phone holds about 10 lines (30 rules of the chat, rule 26). */
  summaryLines: 9,
  /** Ten indicators, at most three questions each. */
  adaptiveQuestions: 30,
  /** Longer than three bubbles of 120 characters nobody reads on a phone. */
  textLength: 400,
  conditionLength: 500,
  /** What is kept of an answer beside its value, so that the state stays below 2 KB (PostgreSQL's TOAST threshold). */
  rawLength: 60,
  /** A story is kept whole up to here in the state; the message itself is kept whole in the log. */
  storyLength: 600,
  heardNeeds: 12,
  /** Steps that can be walked back. */
  trail: 40,
  /** Split typing: messages joined for the crisis check. */
  joinedMessages: 3,
  /** Clocks of channels and servers differ by so much at most; what was sent earlier than that is late. */
  lateMs: 2_000,
  /** Some platforms tell of each look into the chat: whoever leafs to and fro is welcomed once. */
  welcomeMs: 10 * MINUTE,
  /** Steps that one message may pass without a question: more is a loop in the flow. */
  stepsPerTurn: 500,
} as const
