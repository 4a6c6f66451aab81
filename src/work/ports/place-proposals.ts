/** Words of addresses that people placed by hand, with how often. Nothing of the cases. */
export type PlaceProposal = {
  readonly kind: 'road' | 'alias'
  readonly words: string
  /** House number of the road; 0 for an alias. */
  readonly number: number
  readonly street: string
  /** Empty = not said. */
  readonly committee: string
  readonly seen: number
  /** Day on which it was confirmed last. */
  readonly last: string
}
