import type { Clock } from '../../../work/ports/clock.ts'
import type { Files } from '../../../work/ports/files.ts'
import type { Pool } from '../pool.ts'
import type { KeyRing } from '../seal/key-ring.ts'
import { keepFile } from './keep-file.ts'
import { readFile, readFileForDesk } from './read-file.ts'
import { removeFiles } from './remove-files.ts'
import { openShelf } from './shelf.ts'

export type FileStoreParts = {
  /** Pools of the roles hearth_turn and hearth_desk. */
  readonly turn: Pool
  readonly desk: Pool
  readonly ring: KeyRing
  /** Folder of the sealed bytes. */
  readonly folder: string
  readonly clock: Clock
}

/** Pictures, recordings and papers of residents, sealed with the key of their conversation. */
export function fileStore({ turn, desk, ring, folder, clock }: FileStoreParts): Files {
  const shelf = openShelf(folder)
  return {
    keep: (conversation, bytes, id) =>
      keepFile({ pool: turn, ring, shelf }, conversation, bytes, clock.now(), id),
    read: async (conversation, id) =>
      UUID.test(id) ? readFile(turn, { ring, shelf }, conversation, id) : null,
    readForDesk: (staff, number, id) =>
      readFileForDesk(desk, { ring, shelf }, { staff, number, id }, clock.now()),
    remove: (conversation, ids) => removeFiles({ pool: turn, shelf }, conversation, ids),
    removeAll: (conversation) => shelf.removeAll(conversation),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
