import type { Instant } from '../time.ts'

/** One line of what was said about a record that was looked at: a verdict, or the author's answer. */
export type Said = {
  readonly by: string
  readonly at: Instant
  readonly score?: number
  readonly comment?: string
  readonly pass?: boolean
  readonly answer?: string
}

/** From the body of a check, oldest first; empty after an erasure. */
export function saidIn(body: unknown): readonly Said[] {
  const { said } = (body ?? {}) as { readonly said?: unknown }
  return Array.isArray(said) ? (said as readonly Said[]) : []
}
