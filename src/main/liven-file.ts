import type { Staff } from '../core/people/role.ts'
import { systemClock } from '../edge/clock.ts'
import { loadDemonstrationFile } from '../edge/sources/demonstration-file.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Desk } from '../work/ports/desk.ts'

/** One household with members, help, needs and a paper, so that the screens of its file are not empty. */
export async function livenFile(storage: Storage, desk: Desk, staff: readonly Staff[]) {
  const sample = await loadDemonstrationFile(FOLDERS.data)
  const person = staff.find(({ login }) => login === sample.of)
  if (!person) return
  const { rows } = await desk.listCases(person, { list: 'mine' })
  const [first] = rows
  if (!first) return
  const files = householdStore({ pool: storage.desk, ring: storage.ring, clock: systemClock })
  const { id: household } = await files.openHousehold(person, first.number)
  await files.setAdviser(person, household, person.id)
  const known = new Set((await files.listRecords(person, household)).map(({ id }) => id))
  for (const member of sample.members) {
    if (!known.has(member.id))
      await files.saveMember(person, household, { ...member, version: null })
  }
  for (const { id, item, department, fen: amount, ...detail } of sample.benefits) {
    const body = { item, department, note: null }
    await files.addRecord(person, household, { id, kind: 'benefit', amount, detail, body })
  }
  for (const { id, state, words, ...detail } of sample.needs) {
    await files.addRecord(person, household, { id, kind: 'need', state, detail, body: { words } })
  }
  for (const { id, type, day, note } of sample.papers) {
    const detail = { type, file: null }
    await files.addRecord(person, household, { id, kind: 'document', day, detail, body: { note } })
  }
}
