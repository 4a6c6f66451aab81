import { questionsOf, slotsOf } from '../core/dialog/flow/flow-bundle.ts'
import type { House } from '../core/dialog/house.ts'
import { systemClock } from '../edge/clock.ts'
import { caseStore } from '../edge/storage/case-store.ts'
import { erasing } from '../edge/storage/cases/erase-case.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { createDesk } from '../work/desk/create-desk.ts'
import type { Question } from '../work/desk/parts.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Desk } from '../work/ports/desk.ts'
import type { Engine } from './open-engine.ts'

/** The adviser's verbs over this storage and this engine. */
export function openDesk(storage: Storage, opened: Engine, announce: Announcer = () => {}): Desk {
  const { engine, parts, house } = opened
  const cases = caseStore({ pool: storage.desk, ring: storage.ring, clock: systemClock })
  const erase = erasing(storage.turn, parts.now)
  return createDesk({
    erase,
    ...{ cases, turns: engine, house, jobs: parts.jobs, now: parts.now, announce },
    get questions() {
      return indicatorQuestions(house())
    },
  })
}

/** All questions of the flows of today, by the id of their step. */
export function questionTexts(house: House): ReadonlyMap<string, string> {
  return new Map(allQuestions(house).map(({ id, ask }) => [id, ask]))
}

/** What people call each slot. */
export function slotLabels(house: House): ReadonlyMap<string, string> {
  const bundle = house.bundles[house.current]
  const slots = bundle ? Object.entries(slotsOf(bundle)) : []
  return new Map(slots.map(([slot, { label }]) => [slot, label]))
}

function indicatorQuestions(house: House): readonly Question[] {
  return allQuestions(house).flatMap((question) =>
    'indicator' in question
      ? [{ code: question.indicator, question: question.ask, slot: question.into }]
      : [],
  )
}

function allQuestions(house: House) {
  const flows = Object.values(house.bundles[house.current]?.flows ?? {})
  return flows.flatMap(({ steps }) => steps.flatMap(questionsOf))
}
