import type { Instant } from '../time.ts'

/**
 * How a street gives out its cases (自动分派): off = people take them, round_robin = in turn, committee = who looks
 * after the committee, least_loaded = who has the fewest.
 */
export const ASSIGN_WAYS = ['off', 'round_robin', 'committee', 'least_loaded'] as const

export type AssignWay = (typeof ASSIGN_WAYS)[number]

export type AssignRule = {
  readonly way: Exclude<AssignWay, 'off'>
  /** Open cases of one adviser from which the house gives no more; by hand one may still take. */
  readonly most: number
}

/** An adviser on duty who sees the street of the case. */
export type Candidate = {
  readonly id: string
  /** Open cases. */
  readonly load: number
  /** When the house gave this one a case of the street last; null = never. */
  readonly lastAt: Instant | null
  readonly committees: readonly string[]
  /** On the crisis duty of the district. */
  readonly crisisDuty: boolean
}

export type ToAssign = {
  /** Who looks after the household (责任顾问). */
  readonly ownAdviser: string | null
  readonly committee: string | null
  /** It stands in the queue of the crisis duty. */
  readonly forDuty: boolean
  /** From whom the house took it back. */
  readonly passedBy: readonly string[]
}

export type AssignWhy = 'own_adviser' | 'crisis_duty' | 'committee' | 'round_robin' | 'least_loaded'

export type Assigned =
  | { readonly to: string; readonly why: AssignWhy }
  | { readonly to: null; readonly why: 'nobody_on_duty' | 'all_full' }

/**
 * Whom the house gives a case to, and why. The household's own adviser goes first, then the crisis duty for what is
 * the duty's, then the street's way. Who let it lie gets it again only when there is nobody else.
 */
export function assign(
  asked: ToAssign,
  candidates: readonly Candidate[],
  { way, most }: AssignRule,
): Assigned {
  if (candidates.length === 0) return { to: null, why: 'nobody_on_duty' }
  const free = candidates.filter(({ load }) => load < most)
  const others = free.filter(({ id }) => !asked.passedBy.includes(id))
  const able = others.length > 0 ? others : free
  const [first] = able
  if (!first) return { to: null, why: 'all_full' }
  const own = able.find(({ id }) => id === asked.ownAdviser)
  if (own) return { to: own.id, why: 'own_adviser' }
  const duty = asked.forDuty ? able.filter(({ crisisDuty }) => crisisDuty) : []
  if (duty.length > 0) return { to: least(duty, byLoad), why: 'crisis_duty' }
  return byWay(asked, able, way)
}

function byWay(
  { committee }: ToAssign,
  able: readonly Candidate[],
  way: AssignRule['way'],
): Assigned {
  switch (way) {
    case 'round_robin':
      return { to: least(able, byTurn), why: 'round_robin' }
    case 'committee': {
      const near = able.filter(
        ({ committees }) => committee !== null && committees.includes(committee),
      )
      if (near.length > 0) return { to: least(near, byLoad), why: 'committee' }
      return { to: least(able, byLoad), why: 'least_loaded' }
    }
    case 'least_loaded':
      return { to: least(able, byLoad), why: 'least_loaded' }
    default:
      return way satisfies never
  }
}

type Order = (a: Candidate, b: Candidate) => number

/** Who waits longest, new colleagues first; the id decides between equals, so that a test can. */
const byTurn: Order = (a, b) =>
  (a.lastAt ?? 0) - (b.lastAt ?? 0) || a.load - b.load || (a.id < b.id ? -1 : 1)

const byLoad: Order = (a, b) =>
  a.load - b.load || (a.lastAt ?? 0) - (b.lastAt ?? 0) || (a.id < b.id ? -1 : 1)

/** Of a list that is not empty. */
function least(able: readonly Candidate[], order: Order): string {
  return able.reduce((best, each) => (order(each, best) < 0 ? each : best)).id
}
