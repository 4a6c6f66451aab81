import { addDays, type Day } from '../time.ts'

/** Something that is due, as far as its place in the list depends on it. */
export type DueThing = {
  readonly kind: string
  readonly dueOn: Day
  readonly grade: string | null
  readonly committee: string | null
}

/** How far ahead one plans walks: a week. */
const WALKS = 6

const GRADES = ['extreme', 'high', 'medium', 'low']

/** The most pressing first: the graver household, then the longer overdue. */
export function byUrgency(a: DueThing, b: DueThing): number {
  return rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))
}

const rank = ({ grade }: DueThing) => {
  const at = GRADES.indexOf(grade ?? '')
  return at < 0 ? GRADES.length : at
}

/** Whole days overdue; below zero = still to come. */
export const daysLate = (dueOn: Day, today: Day): number =>
  Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000)

/** What a day (今天) shows where: follow-ups, unanswered reminders, other tasks until tomorrow, and walks of the week by committee. */
export function arrangeDay<Thing extends DueThing>(things: readonly Thing[], today: Day) {
  const due = things.filter(({ dueOn }) => dueOn <= today).sort(byUrgency)
  const of = (kind: string) => due.filter((each) => each.kind === kind)
  const near = addDays(today, WALKS)
  const tomorrow = addDays(today, 1)
  const isTask = ({ kind, dueOn }: Thing) =>
    kind !== 'follow_up' && kind !== 'reminder' && dueOn <= tomorrow
  const walks = things.filter(({ kind, dueOn }) => kind === 'follow_up' && dueOn <= near)
  return {
    followUps: of('follow_up'),
    reminders: of('reminder'),
    tasks: things.filter(isTask).sort(byUrgency),
    visits: byCommittee(walks.sort(byUrgency)),
  }
}

/** The committee with the most doors first; what has no committee last. */
function byCommittee<Thing extends DueThing>(things: readonly Thing[]) {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = thing.committee ?? ''
    groups.set(key, [...(groups.get(key) ?? []), thing])
  }
  return [...groups]
    .map(([committee, items]) => ({ committee: committee === '' ? null : committee, items }))
    .sort(
      (a, b) =>
        Number(a.committee === null) - Number(b.committee === null) ||
        b.items.length - a.items.length,
    )
}
