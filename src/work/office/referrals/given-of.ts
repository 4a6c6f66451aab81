import type { Given, GivenPart } from '../../../core/casework/referral.ts'
import type { Staff } from '../../../core/people/role.ts'
import { labelOf } from '../../../core/understanding/place/gazetteer.ts'
import type { HouseholdHead } from '../../ports/household-files.ts'
import type { OutsideParts } from './parts.ts'

/** What goes along when these parts are chosen (最小必要); parts that nobody knows are left out. */
export async function givenOf(
  parts: OutsideParts,
  staff: Staff,
  head: HouseholdHead,
  chosen: readonly GivenPart[],
): Promise<Given> {
  const all = await everything(parts, staff, head)
  const picked = chosen.flatMap((part): [GivenPart, string][] => {
    const value = all[part]
    return value ? [[part, value]] : []
  })
  return Object.fromEntries(picked)
}

/** Codes of the needs that are open, the greatest first. */
export async function needCodes(
  { readings }: Pick<OutsideParts, 'readings'>,
  staff: Staff,
  household: string,
): Promise<readonly string[]> {
  const lines = await readings.needs(staff, household)
  const open = lines.filter(({ state }) => state === 'unmet' || state === 'under_way')
  return [...new Set(open.flatMap(({ code }) => code ?? []))]
}

async function everything(
  parts: OutsideParts,
  staff: Staff,
  head: HouseholdHead,
): Promise<Readonly<Record<GivenPart, string | null>>> {
  const talks = await parts.files.talksOf(staff, head.id)
  const members = await parts.files.listRecords(staff, head.id, ['member'])
  const first = (part: 'name' | 'phone' | 'address') =>
    talks.find((talk) => talk[part])?.[part] ?? null
  const people = members.filter(({ state }) => state !== 'left').length
  const { street, committee } = head
  const { places } = parts.town()
  return {
    ...{ name: first('name'), phone: first('phone'), address: first('address') },
    committee: street === null ? null : labelOf(places, street, committee ?? undefined),
    people: people === 0 ? null : String(people),
    needs: (await needCodes(parts, staff, head.id)).join(' '),
    grade: head.grade,
  }
}
