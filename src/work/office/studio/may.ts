import { problem } from '../../../core/errors.ts'
import type { Role, Staff } from '../../../core/people/role.ts'
import type { Documents, Right } from '../../ports/documents.ts'
import type { May } from '../../ports/studio.ts'

const EDITORS: readonly Role[] = ['admin']
const DECIDERS: readonly Role[] = ['admin', 'district', 'supervisor']
const READERS: readonly Role[] = [...DECIDERS, 'auditor']

type Rights = Pick<Documents, 'rights'>

export async function mayOf(documents: Rights, staff: Staff): Promise<May> {
  const all = await documents.rights(staff)
  const has = (kind: Right['kind']) =>
    all.some((each) => each.kind === kind && each.staff === staff.id)
  const edit = EDITORS.includes(staff.role)
  const translate = edit || has('translate')
  // Until somebody is named, the district's office answers for what was agreed.
  const isNamed = all.some(({ kind }) => kind === 'legal')
  const legal = has('legal') || (!isNamed && staff.role === 'district')
  return {
    ...{ edit, translate, legal, decide: DECIDERS.includes(staff.role) },
    read: READERS.includes(staff.role) || translate || legal,
  }
}

const TRANSLATION = /^locales\/(?!zh-CN\/)/

export const mayWrite = (may: May, paths: readonly string[]): boolean =>
  may.edit || (may.translate && paths.every((path) => TRANSLATION.test(path)))

export function mustEdit({ role }: Staff): void {
  if (!EDITORS.includes(role)) throw problem('not_allowed')
}

/** Whoever edits, and of translations whoever translates. */
export async function mustWrite(
  documents: Rights,
  staff: Staff,
  paths: readonly string[],
): Promise<void> {
  if (!mayWrite(await mayOf(documents, staff), paths)) throw problem('not_allowed')
}

/** Approves, refuses and brings back; that it is not the author is asked where the row is. */
export function mustDecide({ role }: Staff): void {
  if (!DECIDERS.includes(role)) throw problem('not_allowed')
}

export async function mustRead(documents: Rights, staff: Staff): Promise<void> {
  if (READERS.includes(staff.role)) return
  if (!(await mayOf(documents, staff)).read) throw problem('not_allowed')
}
