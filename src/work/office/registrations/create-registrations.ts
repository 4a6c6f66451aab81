import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { formalOf, type Registered } from '../../../core/routing/formal.ts'
import type { Town } from '../../../core/routing/town.ts'
import type {
  Registrations,
  RegistrationView,
  SavedRegistration,
} from '../../ports/registrations.ts'
import { needCodes } from '../referrals/given-of.ts'
import type { OutsideParts } from '../referrals/parts.ts'

/** Always shown, also when nobody has named it: whether urgent aid is applied for here or elsewhere. */
const ALWAYS = ['emergency_aid', 'inc'] as const

/** Where a household is registered (户籍), and what follows from it for each need. */
export function createRegistrations(parts: OutsideParts): Registrations {
  return {
    read: (staff, household) => readRegistration(parts, staff, household),
    save: async (staff, household, registration) => {
      await saveRegistration(parts, staff, household, registration)
      return readRegistration(parts, staff, household)
    },
  }
}

async function readRegistration(
  parts: OutsideParts,
  staff: Staff,
  household: string,
): Promise<RegistrationView> {
  const head = await parts.files.openHousehold(staff, household)
  const [record] = await parts.files.listRecords(staff, head.id, ['registration'])
  const registered: Registered = record?.detail ?? {}
  const { address = '' } = (record?.body as { address?: string } | null | undefined) ?? {}
  const { tables, district } = parts.town()
  const table = tables[head.street?.slice(0, 6) ?? district] ?? tables[district]
  const home = head.street === null ? undefined : { street: head.street }
  const needs = [...new Set([...(await needCodes(parts, staff, head.id)), ...ALWAYS])]
  return {
    ...{ id: record?.id ?? null, version: record?.version ?? null, registered, address },
    ...{ home: head.street, streets: streetsOfCity(parts.town()) },
    formal: table ? formalOf(needs, registered, home, table) : [],
  }
}

/** Of the city in which this house stands: people move within it, and their registration stays behind. */
function streetsOfCity({ places, district }: Town): RegistrationView['streets'] {
  const city = places.cities.find((each) => each.districts.some(({ code }) => code === district))
  return (city?.districts ?? []).flatMap(({ name, streets }) =>
    streets.map((street) => ({ code: street.code, name: `${name} ${street.name}` })),
  )
}

async function saveRegistration(
  { files, town }: OutsideParts,
  staff: Staff,
  household: string,
  { id, version, registered, address }: SavedRegistration,
): Promise<void> {
  const { places } = town()
  const { street, district } = registered
  if (street !== undefined && !places.streets.has(street)) {
    throw problem('bad_request', { field: 'street' })
  }
  if (district !== undefined && !places.districts.has(district)) {
    throw problem('bad_request', { field: 'district' })
  }
  const what = { detail: registered, body: { address } }
  if (version !== null) {
    await files.changeRecord(staff, household, id, version, what)
    return
  }
  const [known] = await files.listRecords(staff, household, ['registration'])
  if (known && known.id !== id) throw problem('stale', { version: known.version })
  await files.addRecord(staff, household, { id, kind: 'registration', ...what })
}
