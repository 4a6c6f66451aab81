import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { FileKind, OpenedFile } from '../../../work/ports/files.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { settingsOf } from '../cases/scope.ts'
import { type Pool, rowOf, type Tx } from '../pool.ts'
import { type KeyRing, openDataKey } from '../seal/key-ring.ts'
import { admitConversation, transaction } from '../transaction.ts'
import { openFile } from './file-key.ts'
import type { Shelf } from './shelf.ts'

/** A file of this conversation, for the resident. The pool is of the role hearth_turn. */
export async function readFile(
  pool: Pool,
  { ring, shelf }: Opening,
  conversation: string,
  id: string,
): Promise<OpenedFile | null> {
  const row = await findFile(pool, conversation, id)
  return row && opened({ ring, shelf }, conversation, id, row)
}

/**
 * A file through a case, for its adviser. The pool is of the role hearth_desk: the database shows the
 * case by street, and the file only after the case. That it was read is recorded with it.
 */
export async function readFileForDesk(
  pool: Pool,
  { ring, shelf }: Opening,
  asked: { readonly staff: Staff; readonly number: string; readonly id: string },
  at: Instant,
): Promise<OpenedFile> {
  const { staff, number, id } = asked
  const { conversation, row } = await transaction(pool, settingsOf(staff), async (tx) => {
    const seen = await rowOf<Seen>(tx, CASE, [staff.district, number])
    if (!seen?.conversation_id) throw problem('not_found')
    await admitConversation(tx, seen.conversation_id)
    const row = await findFile(tx, seen.conversation_id, id)
    if (!row) throw problem('not_found')
    const { id: actor, role, district } = staff
    const deed = { act: 'file.read', object: `file:${id}`, fields: [row.media] }
    await appendAudit(tx, [{ district, street: seen.street_id, actor, role, at, ...deed }])
    return { conversation: seen.conversation_id, row }
  })
  const file = await opened({ ring, shelf }, conversation, id, row)
  if (!file) throw problem('not_found')
  return file
}

type Opening = { readonly ring: KeyRing; readonly shelf: Shelf }

function findFile(on: Pool | Tx, conversation: string, id: string): Promise<FileRow | null> {
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  return rowOf<FileRow>(on, FIND, [bucket, conversation, id])
}

async function opened(
  { ring, shelf }: Opening,
  conversation: string,
  id: string,
  { place, media: kind, type, data_key }: FileRow,
): Promise<OpenedFile | null> {
  const sealed = data_key && (await shelf.get(conversation, place))
  if (!sealed) return null
  return { kind, type, bytes: openFile(openDataKey(ring, data_key), conversation, id, sealed) }
}

type Seen = { readonly street_id: string; readonly conversation_id: string | null }

type FileRow = {
  readonly place: string
  readonly media: FileKind
  readonly type: string
  readonly data_key: Buffer | null
}

/**
 * The row of a case is also seen by a street that is asked to take it; its household is not. Such a
 * street sees files when the talk goes along with the offer.
 */
const CASE = {
  name: 'file_case',
  text: `select c.street_id, c.conversation_id from help_case c
         left join household h on h.district_id = c.district_id and h.id = c.household_id
         left join transfer t on t.district_id = c.district_id and t.case_id = c.id
           and c.offered_to is not null and t.state = 'pending'
         where c.district_id = $1 and c.number = $2
           and (h.id is not null or 'transcript' = any(t.parts))`,
}
const FIND = {
  name: 'file_find',
  text: `select f.place, f.media, f.type, c.data_key from file f
         join conversation c on c.bucket = f.bucket and c.id = f.conversation_id
         where f.bucket = $1 and f.conversation_id = $2 and f.id = $3`,
}
