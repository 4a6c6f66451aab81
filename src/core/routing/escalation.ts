import type { Instant } from '../time.ts'

/** The tree of 3+N (三级+N): who looks after the committee, the street's lead, the district, its partners. */
export const LEVELS = ['committee', 'street', 'district', 'partner'] as const

export type Level = (typeof LEVELS)[number]

/** One step: whom a danger goes to when nobody has answered for it that many milliseconds. */
export type EscalationStep = { readonly level: Level; readonly after: number }

/** Steps that are due and not done yet, in their order. */
export function dueSteps(
  raisedAt: Instant,
  done: number,
  steps: readonly EscalationStep[],
  now: Instant,
): readonly { readonly step: number; readonly level: Level }[] {
  return steps
    .map(({ level, after }, step) => ({ step, level, due: raisedAt + after }))
    .filter(({ step, due }) => step >= done && due <= now)
    .map(({ step, level }) => ({ step, level }))
}

/** When whom it goes to next; null after the last step. */
export function nextStep(
  raisedAt: Instant,
  done: number,
  steps: readonly EscalationStep[],
): { readonly level: Level; readonly at: Instant } | null {
  const next = steps[done]
  return next ? { level: next.level, at: raisedAt + next.after } : null
}

export type DutyPerson = {
  readonly id: string
  readonly role: string
  readonly streets: readonly string[]
  readonly onDuty: boolean
  readonly away: boolean
  readonly crisisDuty: boolean
}

/**
 * Whom a level calls: those on duty, and where nobody is, all who are not on leave. Empty: the level has nobody, and
 * the next one must be called at once. Partners are no staff: they are told by phone alone.
 */
export function calledAt(
  level: Level,
  street: string,
  owner: string | null,
  people: readonly DutyPerson[],
): readonly string[] {
  const here = people.filter((each) => !each.away)
  const ofStreet = here.filter(({ streets }) => street !== '' && streets.includes(street))
  switch (level) {
    case 'committee': {
      const advisers = onDutyFirst(ofStreet.filter(({ role }) => role === 'adviser'))
      const crisis = here.filter(({ crisisDuty, onDuty }) => crisisDuty && onDuty)
      const own = here.filter(({ id }) => id === owner)
      return ids([...own, ...crisis, ...advisers])
    }
    case 'street':
      return ids(onDutyFirst(ofStreet.filter(({ role }) => role === 'supervisor')))
    case 'district':
      return ids(onDutyFirst(here.filter(({ role }) => role === 'district')))
    case 'partner':
      return []
    default:
      return level satisfies never
  }
}

function onDutyFirst(people: readonly DutyPerson[]): readonly DutyPerson[] {
  const on = people.filter(({ onDuty }) => onDuty)
  return on.length > 0 ? on : people
}

const ids = (people: readonly DutyPerson[]) => [...new Set(people.map(({ id }) => id))]
