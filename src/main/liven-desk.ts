import type { Staff } from '../core/people/role.ts'
import type { Demonstration } from '../edge/sources/demonstration.ts'
import type { Desk } from '../work/ports/desk.ts'

/** A colleague's note and a confirmed grade, so that bell and case show what they are for. */
export async function livenHome(
  desk: Desk,
  staff: readonly Staff[],
  { desk: deeds }: Demonstration,
) {
  const asked = staff.find(({ login }) => login === deeds.note.to)
  const [first] = await casesOf(desk, staff, deeds.note.by)
  if (first && asked) {
    const note = { text: `@${asked.name} ${deeds.note.text}`, mentions: [asked.id] }
    await desk.addNote(first.staff, first.number, note)
  }
  const graded = (await casesOf(desk, staff, deeds.confirm.by)).find(({ grade }) => grade !== null)
  if (!graded) return
  await desk.confirmAssessment(graded.staff, graded.number, graded.version, deeds.confirm.note)
}

/** A case that another street offers: the home street may accept or decline it. */
export async function offerOne(
  desk: Desk,
  staff: readonly Staff[],
  { desk: deeds }: Demonstration,
) {
  const { by, street, note } = deeds.transfer
  const [first] = await casesOf(desk, staff, by)
  if (!first) return
  const ask = { street, person: null, reason: 'moved', note, parts: ['transcript'] } as const
  await desk.offerTransfer(first.staff, first.number, first.version, ask)
}

async function casesOf(desk: Desk, staff: readonly Staff[], login: string) {
  const person = staff.find((each) => each.login === login)
  if (!person) return []
  const { rows } = await desk.listCases(person, { list: 'mine' })
  return rows.map(({ number, version, grade }) => ({ staff: person, number, version, grade }))
}
