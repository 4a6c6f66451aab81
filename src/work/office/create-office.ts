import type { Office } from '../ports/office.ts'
import { createAid } from './aid/create-aid.ts'
import { createFollowUps } from './follow-ups/create-follow-ups.ts'
import { fileReadings } from './households/read-file.ts'
import type { OfficeParts } from './parts.ts'
import { createPlans } from './plans/create-plans.ts'
import { createServices } from './services/create-services.ts'

/** The rooms of the office, each over the same files. */
export function createOffice(parts: OfficeParts): Office {
  return {
    households: parts.files,
    file: fileReadings(parts),
    services: createServices(parts),
    cash: parts.cash,
    aid: createAid({
      ...parts,
      rules: () => parts.aid,
      calendar: () => parts.town().calendar,
    }),
    followUps: createFollowUps(parts),
    plans: createPlans(parts),
  }
}
