/**
 * A kind of record in a household's file (一户一档): its states, from which to which it may go, and in which
 * of them somebody still has to do something.
 */
export type FileKind<State extends string = string> = {
  readonly kind: string
  /** The first is where it begins, when nothing else is said. */
  readonly states: readonly State[]
  readonly open: readonly State[]
  readonly moves: Readonly<Record<State, readonly State[]>>
  /** While one of this kind is open, its case does not close. */
  readonly holdsCase?: true
}

/** Whether a record of this kind may go from one state to another; staying where it is, it may be reworded. */
export function mayMove(kind: FileKind, from: string, to: string): boolean {
  return from === to || (kind.moves[from] ?? []).includes(to)
}

export function isOpen(kind: FileKind, state: string): boolean {
  return kind.open.includes(state)
}
