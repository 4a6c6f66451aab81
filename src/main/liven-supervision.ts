import type { Staff } from '../core/people/role.ts'
import type { Town } from '../core/routing/town.ts'
import { addDays, shanghai } from '../core/time.ts'
import { systemClock } from '../edge/clock.ts'
import {
  type DemonstrationSupervision,
  loadDemonstrationSupervision,
} from '../edge/sources/demonstration-supervision.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { registerStore } from '../edge/storage/register-store.ts'
import { createRegister } from '../work/office/register/create-register.ts'
import { createSupervision } from '../work/office/supervision/create-supervision.ts'
import type { Desk } from '../work/ports/desk.ts'

/** Days that the sample looks back over. */
const MONTH = 30

type Parts = { readonly storage: Storage; readonly town: () => Town }

/** Records that were looked at, one of them sent back, registered advisers, and a household helped first. */
export async function livenSupervision(
  { storage, town }: Parts,
  desk: Desk,
  staff: readonly Staff[],
): Promise<void> {
  const sample = await loadDemonstrationSupervision(FOLDERS.data)
  const person = staff.find(({ login }) => login === sample.of)
  const lead = staff.find(({ login }) => login === sample.lead)
  if (!person || !lead) return
  const parts = { pool: storage.desk, ring: storage.ring, clock: systemClock }
  const files = householdStore(parts)
  const { now } = systemClock
  await lookAt(createSupervision({ files, now, town }), lead, sample)
  const register = createRegister({ files, now, register: registerStore(parts) })
  await registerAll(register, staff, sample)
  const { rows } = await desk.listCases(person, { list: 'mine' })
  const number = rows[sample.key.case]?.number
  if (number === undefined) return
  const { id, why } = sample.key
  await register.markHousehold(person, number, { id, adviser: person.id, why })
}

/** The first that was drawn goes back, the second passes, the others wait. */
async function lookAt(
  supervision: ReturnType<typeof createSupervision>,
  lead: Staff,
  { sample, returned, passed }: DemonstrationSupervision,
): Promise<void> {
  const { day } = shanghai(systemClock.now())
  const drawn = await supervision.draw(lead, {
    ...{ id: sample, from: addDays(day, -MONTH), to: day, percent: 100, least: 1 },
  })
  for (const [at, { check }] of drawn.slice(0, 2).entries()) {
    if (check.state !== 'drawn') continue
    const { household, id, version } = check
    const verdict = at === 0 ? { pass: false, ...returned } : { pass: true, ...passed }
    await supervision.judge(lead, { household, id, version }, { ...verdict, dueOn: null })
  }
}

async function registerAll(
  register: ReturnType<typeof createRegister>,
  staff: readonly Staff[],
  { registered_on: on, unregistered }: DemonstrationSupervision,
): Promise<void> {
  const district = staff.find(({ role }) => role === 'district')
  const { day } = shanghai(systemClock.now())
  if (!district || on > day) return
  const known = await register.read(district, { from: day, to: day })
  for (const { id, version } of known.advisers) {
    const login = staff.find((person) => person.id === id)?.login
    if (version > 0 || !login || unregistered.includes(login)) continue
    await register.setRegistered(district, id, { on, version })
  }
}
