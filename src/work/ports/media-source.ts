/** Where a channel keeps what residents send besides words, until it is fetched. Never throws. */
export type MediaSource = {
  readonly fetch: (channel: string, media: string) => Promise<Uint8Array | 'gone' | 'later'>
}
