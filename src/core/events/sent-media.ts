/** Files of the house that go out with a message, all of one kind. */
export type SentMedia = {
  readonly kind: 'image' | 'audio' | 'file'
  readonly files: readonly string[]
}
