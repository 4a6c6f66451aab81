import { join } from 'node:path'
import { systemClock } from '../edge/clock.ts'
import { loadAid } from '../edge/sources/aid.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadPlans } from '../edge/sources/plans.ts'
import { householdStore } from '../edge/storage/household-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { pettyCashStore } from '../edge/storage/petty-cash-store.ts'
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
  return createOffice({
    plans,
    aid: await loadAid(FOLDERS.data),
    cash: pettyCashStore({ pool: storage.desk, ring: storage.ring, clock: systemClock }),
    ...{ files, desk, turns: engine, jobs: parts.jobs, now: parts.now, announce },
    town: () => house.town,
  })
}
