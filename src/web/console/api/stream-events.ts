import type { StreamEvent } from '../../../core/contract/desk/stream.ts'

export type { StreamEvent }

/** The names of the events, without zod: the contract's own list would bring it into the browser. */
export const STREAM_EVENTS = [
  'hello',
  'queue',
  'case',
  'alerts',
  'notices',
  'presence',
] as const satisfies readonly StreamEvent['type'][]
