/** Chance, handed in so that tests can choose it. Ids that must come out the same again: turn-ids. */
export type Ids = {
  readonly uuid: () => string
  /** 256 random bits, base64url. */
  readonly token: () => string
  /** Evenly from 0 to below 1, for waits that must not meet. */
  readonly chance: () => number
}
