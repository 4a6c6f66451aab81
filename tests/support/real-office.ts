import { join } from 'node:path'
import type { Staff } from '../../src/core/people/role.ts'
import { loadAid } from '../../src/edge/sources/aid.ts'
import { FOLDERS } from '../../src/edge/sources/house.ts'
import { loadPartners } from '../../src/edge/sources/partners.ts'
import { loadPlans } from '../../src/edge/sources/plans.ts'
import { consultationStore } from '../../src/edge/storage/consultation-store.ts'
import { householdStore } from '../../src/edge/storage/household-store.ts'
import { jobStore } from '../../src/edge/storage/job-store.ts'
import { figureStore } from '../../src/edge/storage/ledgers/figure-store.ts'
import { ledgerStore } from '../../src/edge/storage/ledgers/ledger-store.ts'
import { outsideLinkStore } from '../../src/edge/storage/outside-link-store.ts'
import { pettyCashStore } from '../../src/edge/storage/petty-cash-store.ts'
import { openPool } from '../../src/edge/storage/pool.ts'
import { registerStore } from '../../src/edge/storage/register-store.ts'
import { rosterStore } from '../../src/edge/storage/roster/roster-store.ts'
import { todayStore } from '../../src/edge/storage/roster/today-store.ts'
import { viewStore } from '../../src/edge/storage/roster/view-store.ts'
import { complaintStore } from '../../src/edge/storage/visits/complaint-store.ts'
import { staffCalls } from '../../src/edge/storage/visits/staff-calls.ts'
import { createOffice } from '../../src/work/office/create-office.ts'
import type { HouseholdFiles } from '../../src/work/ports/household-files.ts'
import type { Office } from '../../src/work/ports/office.ts'
import { DISTRICT, HUAYANG, RING } from './a-case.ts'
import { ASKING, openRealDesk, type RealDesk } from './real-desk.ts'

export type RealOffice = {
  readonly house: RealDesk
  readonly files: HouseholdFiles
  readonly office: Office
  /** Adviser of 华阳路. */
  readonly adviser: Staff
  /** A resident asks; gives the number of the case. */
  readonly asks: () => Promise<string>
  readonly close: () => Promise<void>
}

/** The office over a real store, and an adviser in it. */
export async function openRealOffice(): Promise<RealOffice> {
  const house = await openRealDesk()
  const pool = openPool({ url: house.url, role: 'hearth_desk', max: 4 })
  const files = householdStore({ pool, ring: RING, clock: { now: house.now } })
  const adviser = await house.hire([HUAYANG])
  const { desk, engine, now } = house
  const office = createOffice({
    ...{ files, desk, turns: engine, now, jobs: jobStore(house.turn) },
    roster: rosterStore({ pool, ring: RING, clock: { now: house.now } }),
    day: todayStore({ pool, turn: house.turn }),
    views: viewStore({ pool, clock: { now: house.now } }),
    plans: await loadPlans(join(FOLDERS.data, 'plans')),
    calls: staffCalls({ pool, ring: RING, clock: { now: house.now } }),
    complaints: complaintStore({ pool, ring: RING, clock: { now: house.now } }),
    consultations: consultationStore({ pool, ring: RING, clock: { now: house.now } }),
    partners: await loadPartners(FOLDERS.data),
    links: outsideLinkStore({ pool, ring: RING, clock: { now: house.now }, district: DISTRICT }),
    aid: await loadAid(FOLDERS.data),
    cash: pettyCashStore({ pool, ring: RING, clock: { now: house.now } }),
    register: registerStore({ pool, clock: { now: house.now } }),
    figures: figureStore({ pool }),
    ledgers: ledgerStore({ pool, ring: RING, clock: { now: house.now } }),
    house: () => house.house,
    town: () => house.house.town,
    announce: (news) => void house.news.push(news),
  })
  return {
    ...{ house, files, office, adviser },
    asks: async () => {
      const before = await numbers(house, adviser)
      const resident = house.resident()
      for (const line of ASKING) await resident.says(line)
      const after = await numbers(house, adviser)
      return after.find((number) => !before.includes(number)) ?? ''
    },
    close: async () => {
      await pool.end()
      await house.close()
    },
  }
}

async function numbers({ desk }: RealDesk, adviser: Staff): Promise<readonly string[]> {
  const { rows } = await desk.listCases(adviser, { list: 'all' })
  return rows.map(({ number }) => number)
}
