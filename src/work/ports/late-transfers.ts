import type { Instant } from '../../core/time.ts'

/** What happens when another street was asked and does not answer (待接收超时). */
export type LateTransfers = {
  /** Leads of both streets, the district, and who offered it are called; once for each offer. */
  readonly tellLate: (late: { readonly case: string; readonly at: Instant }) => Promise<void>
}
