import type { RevealReason } from '../../../core/casework/desk-lists.ts'
import type { MaskedPart, Member } from '../../../core/casework/member.ts'
import { problem } from '../../../core/errors.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { casesOfFile } from './all-of-file.ts'
import { fileOfHousehold } from './file-of-household.ts'
import { listRecords } from './list-records.ts'
import { noteInAudit } from './open-household.ts'

/** A masked part of a member or of who first asked, for a reason that is recorded. */
export async function reveal(
  on: DeskTx,
  household: string,
  member: string | null,
  part: MaskedPart,
  reason: RevealReason,
): Promise<string | null> {
  const file = await fileOfHousehold(on, household)
  const found =
    member === null ? await ofFirst(on, file.id, part) : await ofMember(on, file.id, member, part)
  await noteInAudit(on, file, 'household.revealed', [part], reason)
  return found
}

async function ofFirst(on: DeskTx, file: string, part: MaskedPart): Promise<string | null> {
  const cases = await casesOfFile(on, file)
  const own = cases.filter(({ household }) => household === file)
  return part === 'phone' ? (own.at(-1)?.file?.phone ?? null) : null
}

async function ofMember(on: DeskTx, file: string, id: string, part: MaskedPart) {
  const members = await listRecords(on, file, ['member'])
  const found = members.find((each) => each.id === id)
  if (!found) throw problem('not_found', { member: id })
  return (found.body as Member | null)?.[part] ?? null
}
