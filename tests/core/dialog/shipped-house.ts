import type { Flow } from '../../../src/core/dialog/flow/schema.ts'
import type { House } from '../../../src/core/dialog/house.ts'
import { type Stage, stageOf } from '../../../src/core/dialog/stage.ts'
import { loadHouse } from '../../../src/edge/sources/house.ts'

/** The house of Changning with the flows as they are shipped. */
export const house: House = await loadHouse('310105')

/** As they are written, parts too. */
export const shipped: readonly Flow[] = Object.values(house.bundles[house.current]?.written ?? {})

/** As they are played: with the steps of the parts that they run. */
export const played: readonly Flow[] = Object.values(house.bundles[house.current]?.flows ?? {})

/** Flows that a conversation stands on: the interrupt is a part of each. */
export const stages: readonly Stage[] = played
  .filter(({ kind }) => kind !== 'interrupt')
  .map(({ id }) => stageOf(house, house.current, id))

export const FRESH = { caseId: '00000000-0000-4000-8000-000000000001', caseNumber: '4738-2915' }

/** A Friday morning in the office hours: 2026-11-20 09:00 in Shanghai. */
export const MORNING = Date.parse('2026-11-20T09:00+08:00')
