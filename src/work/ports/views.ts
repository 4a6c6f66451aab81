import type { QueueFilter, QueueList } from '../../core/casework/desk-lists.ts'
import type { Staff } from '../../core/people/role.ts'

/** A list with its filters under a name (视图). */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly list: QueueList
  readonly filters: {
    readonly filter?: QueueFilter | undefined
    readonly q?: string | undefined
    readonly street?: string | undefined
    readonly owner?: string | undefined
  }
  /** Street that shares it; null = only its owner's. */
  readonly street: string | null
  readonly mine: boolean
}

export type Views = {
  /** One's own and those of one's streets, by name. */
  readonly list: (staff: Staff) => Promise<readonly SavedView[]>
  /** Throws `not_allowed` for a foreign street. The same id again is written once. */
  readonly save: (staff: Staff, view: Omit<SavedView, 'mine'>) => Promise<void>
  /** Only one's own; throws `not_found`. */
  readonly drop: (staff: Staff, id: string) => Promise<void>
}
