import type { Instant } from '../../core/time.ts'

/** The only way that time comes into the house. */
export type Clock = { readonly now: () => Instant }
