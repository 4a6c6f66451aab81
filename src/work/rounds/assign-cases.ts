import type { DeskAct } from '../../core/events/incoming.ts'
import type { Calendar } from '../../core/routing/calendar.ts'
import { type Clocks, dueAt } from '../../core/routing/clocks.ts'
import { clockClass, type Urgency } from '../../core/routing/urgency.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { Assignment, OpenStreet, Untold } from '../ports/assignment.ts'

export type AssignParts = {
  readonly assignment: Assignment
  /** The way into a conversation; the same id is said once. */
  readonly tell: (conversation: string, id: string, act: DeskAct) => Promise<unknown>
  readonly clocks: () => Clocks
  readonly calendar: () => Calendar
  readonly now: () => Instant
  readonly announce: Announcer
}

/** Cases of one street in one round; the next round goes on. */
const MOST = 50

/**
 * One round of the streets that give their cases out by themselves: what lies with somebody who is not there is
 * offered again, what waits is given out, and residents learn who has it now. Gives how many cases moved.
 */
export async function assignCases(parts: AssignParts): Promise<number> {
  let moved = 0
  for (const street of await parts.assignment.openStreets()) {
    const again = await parts.assignment.offerAgain(street, parts.now())
    const given = await giveAll(parts, street)
    for (const { number, district } of [...again, ...given]) {
      parts.announce({ about: 'case', district, number })
    }
    moved += again.length + given.length
    if (again.length + given.length === 0) continue
    parts.announce({ about: 'cases', district: street.district, street: street.street })
    parts.announce({ about: 'notices', district: street.district })
  }
  for (const untold of await parts.assignment.untold()) await tellWho(parts, untold)
  return moved
}

async function giveAll(parts: AssignParts, street: OpenStreet) {
  const given = []
  while (given.length < MOST) {
    const one = await parts.assignment.giveNext(street, parts.now(), acceptBy(parts))
    if (one === null) break
    given.push(one)
  }
  return given
}

/** The adviser has as long to open it as anybody has to take one of its kind (接手). */
function acceptBy({ clocks, calendar, now }: AssignParts) {
  const { classes, office } = clocks()
  return (kind: {
    readonly urgency: Urgency
    readonly crisis: string | null
    readonly grade: string | null
  }): Instant => {
    const { urgency, crisis, grade } = kind
    const tier = crisis === 'high' || crisis === 'imminent' ? crisis : 'none'
    const row = clockClass({ tier, urgency, ...(grade === null ? {} : { grade }) })
    return dueAt(now(), classes[row].acknowledge, office, calendar())
  }
}

async function tellWho(parts: AssignParts, untold: Untold): Promise<void> {
  const { conversation, number, version, person } = untold
  if (conversation !== null) {
    const id = `claimed:${number}:${person.id}:${version}`
    await parts.tell(conversation, id, { act: 'claimed', by: person })
  }
  await parts.assignment.markTold(untold, parts.now())
}
