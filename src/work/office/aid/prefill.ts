import type { Staff } from '../../../core/people/role.ts'
import type { AidForm } from '../../ports/aid.ts'
import type { HouseholdFiles } from '../../ports/household-files.ts'

/**
 * The application as far as the file knows it (不重复索要材料: what the house holds is not asked for again). The
 * number of the identity card is not among what is shown: it is read off the card.
 */
export async function prefill(
  files: Pick<HouseholdFiles, 'talksOf' | 'listRecords'>,
  staff: Staff,
  household: string,
): Promise<AidForm> {
  const talks = await files.talksOf(staff, household)
  const records = await files.listRecords(staff, household, ['member', 'registration'])
  const first = (part: 'name' | 'phone' | 'address' | 'story') =>
    talks.find((talk) => talk[part])?.[part] ?? ''
  const members = records.filter(({ kind, state }) => kind === 'member' && state !== 'left')
  const registered = records.find(({ kind }) => kind === 'registration')
  const { address } = (registered?.body as { address?: string } | null | undefined) ?? {}
  return {
    ...{ name: first('name'), idNumber: '', phone: first('phone'), home: first('address') },
    ...{ registered: address ?? '', story: first('story') },
    people: members.length === 0 ? '' : String(members.length),
  }
}
