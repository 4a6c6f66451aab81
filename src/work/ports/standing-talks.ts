import type { Talk } from '../../core/dialog/converse.ts'
import type { Instant } from '../../core/time.ts'

/** A talk as it stands after its last turn. Personal: only counts and bare values leave the house. */
export type StandingTalk = { readonly talk: Talk; readonly at: Instant }

export type StandingQuery = {
  /** Talks whose last turn is not older. */
  readonly since: Instant
  /** Only those that stand on one of these bundles; null = on any. */
  readonly bundles: readonly string[] | null
  /** Of each bucket the newest ones. */
  readonly perBucket: number
}

/** Talks of residents, for what a release would do to them. */
export type StandingTalks = {
  /** A slice after the other, so that others are served in between. Erased talks and such that lead elsewhere are not there. */
  readonly slices: (query: StandingQuery) => AsyncIterable<readonly StandingTalk[]>
}
