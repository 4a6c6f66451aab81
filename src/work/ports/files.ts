import type { Staff } from '../../core/people/role.ts'

export type FileKind = 'image' | 'audio' | 'file'

export type KeptFile = {
  readonly status: 'kept'
  readonly id: string
  readonly kind: FileKind
}

/**
 * Why a file was not kept; each has a kind sentence. `heic`: a picture that other phones and our
 * advisers cannot open; `broken`: it says it is a picture and does not open as one; `full`: this
 * conversation has as many files as it may.
 */
export const REFUSALS = ['empty', 'too_large', 'kind', 'heic', 'broken', 'full'] as const

export type RefusedFile = { readonly status: 'refused'; readonly why: (typeof REFUSALS)[number] }

export type OpenedFile = {
  readonly kind: FileKind
  /** Media type as the first bytes tell it, never as the sender said. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** What residents send besides words. What they send is never an error. */
export type Files = {
  /** Cleans, seals and keeps it. Resolves when it is durable; the same bytes twice are one file. */
  /** `id`: one that was promised before the bytes were there. */
  readonly keep: (
    conversation: string,
    bytes: Uint8Array,
    id?: string,
  ) => Promise<KeptFile | RefusedFile>
  /** A file of this conversation; null when there is none, or when it was erased. */
  readonly read: (conversation: string, id: string) => Promise<OpenedFile | null>
  /** Through a case that this person may see; audited. Throws `not_found`. */
  readonly readForDesk: (staff: Staff, number: string, id: string) => Promise<OpenedFile>
  /** Some files of a conversation, when the message that brought them was taken back. */
  readonly remove: (conversation: string, ids: readonly string[]) => Promise<void>
  /** After an erasure: what no key opens any more is taken off the disk. */
  readonly removeAll: (conversation: string) => Promise<void>
}
