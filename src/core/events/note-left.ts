/** The resident added something for the adviser after the request was sent. */
export type NoteLeft = {
  readonly type: 'note_left'
  readonly case: string
  readonly note: string
}
