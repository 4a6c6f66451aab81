import { join } from 'node:path'
import { systemClock } from '../edge/clock.ts'
import { loadAid } from '../edge/sources/aid.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadPartners } from '../edge/sources/partners.ts'
import { loadPlans } from '../edge/sources/plans.ts'
import { consultationStore } from '../edge/storage/consultation-store.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import { figureStore } from '../edge/storage/ledgers/figure-store.ts'
import { ledgerStore } from '../edge/storage/ledgers/ledger-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { outsideLinkStore } from '../edge/storage/outside-link-store.ts'
import { pettyCashStore } from '../edge/storage/petty-cash-store.ts'
import { registerStore } from '../edge/storage/register-store.ts'
import { rosterStore } from '../edge/storage/roster/roster-store.ts'
import { todayStore } from '../edge/storage/roster/today-store.ts'
import { viewStore } from '../edge/storage/roster/view-store.ts'
import { complaintStore } from '../edge/storage/visits/complaint-store.ts'
import { staffCalls } from '../edge/storage/visits/staff-calls.ts'
import { createOffice } from '../work/office/create-office.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Desk } from '../work/ports/desk.ts'
import type { Office } from '../work/ports/office.ts'
import type { Engine } from './open-engine.ts'

/** The office's verbs over this storage, this engine and this desk. */
export async function openOffice(
  storage: Storage,
  { engine, parts, house }: Engine,
  desk: Desk,
  announce: Announcer = () => {},
): Promise<Office> {
  const files = householdStore({ pool: storage.desk, ring: storage.ring, clock: systemClock })
  const plans = await loadPlans(join(FOLDERS.data, 'plans'))
  const clock = systemClock
  return createOffice({
    roster: rosterStore({ pool: storage.desk, ring: storage.ring, clock }),
    day: todayStore({ pool: storage.desk, turn: storage.after }),
    views: viewStore({ pool: storage.desk, clock }),
    plans,
    consultations: consultationStore({ pool: storage.desk, ring: storage.ring, clock }),
    calls: staffCalls({ pool: storage.desk, ring: storage.ring, clock }),
    complaints: complaintStore({ pool: storage.desk, ring: storage.ring, clock }),
    partners: await loadPartners(FOLDERS.data),
    links: outsideLinkStore({
      ...{ pool: storage.desk, ring: storage.ring, clock: systemClock },
      district: house().district,
    }),
    aid: await loadAid(FOLDERS.data),
    cash: pettyCashStore({ pool: storage.desk, ring: storage.ring, clock: systemClock }),
    ...{ files, desk, turns: engine, jobs: parts.jobs, now: parts.now, announce },
    register: registerStore({ pool: storage.desk, clock: systemClock }),
    figures: figureStore({ pool: storage.desk }),
    ledgers: ledgerStore({ pool: storage.desk, ring: storage.ring, clock }),
    house,
    town: () => house().town,
  })
}
