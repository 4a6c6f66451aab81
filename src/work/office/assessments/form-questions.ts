import { questionsOf } from '../../../core/dialog/flow/flow-bundle.ts'
import type { House } from '../../../core/dialog/house.ts'
import { capturableOf } from '../../desk/capturable.ts'
import type { FormQuestion } from '../../ports/assessments.ts'

/** Facts that the model looks at, in the order in which its indicators ask, with the bot's own words. */
export function formQuestions(
  house: Pick<House, 'bundles' | 'current' | 'model'>,
): readonly FormQuestion[] {
  const asked = askedIn(house)
  const known = capturableOf(house).filter(({ slot }) => Object.hasOwn(house.model.facts, slot))
  const order = [...new Set(house.model.indicators.flatMap(({ asks }) => asks))]
  const rank = (slot: string) => (order.indexOf(slot) < 0 ? order.length : order.indexOf(slot))
  return known
    .toSorted((one, other) => rank(one.slot) - rank(other.slot))
    .map((each) => ({ ...each, question: asked.get(each.slot) ?? null }))
}

function askedIn({ bundles, current }: Pick<House, 'bundles' | 'current'>) {
  const flows = Object.values(bundles[current]?.flows ?? {})
  const questions = flows.flatMap(({ steps }) => steps.flatMap(questionsOf))
  return new Map(questions.map(({ into, ask }) => [into, ask]))
}
