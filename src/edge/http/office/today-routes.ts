import { caseClocks } from '../../../core/casework/case-clocks.ts'
import { arrangeDay, daysLate } from '../../../core/casework/today.ts'
import { TodayView } from '../../../core/contract/office/today.ts'
import { type Day, type Instant, shanghai } from '../../../core/time.ts'
import type { DeskRow } from '../../../work/ports/desk.ts'
import type { DayOf, DueRecord } from '../../../work/ports/today.ts'
import { mustSignIn } from '../console/session.ts'
import { eventSentence } from '../desk/event-words.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso } from './frame.ts'

/** Clocks in sight at once: who has more running looks into the list. */
const CLOCKS = 12

/** An adviser's day (今天). */
export function todayRoutes(app: App, gate: Gate): void {
  const read = { ...frame, response: gives(TodayView) }
  app.get('/api/office/today', { schema: read }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return todayView(await gate.office.today.read(staff), gate)
  })
}

function todayView(day: DayOf, gate: Gate): TodayView {
  const { now, waiting, overdue } = day
  const today = shanghai(now).day
  const names = new Map(day.mine.map(({ number, name }) => [number, name]))
  const nameOf = (number: string) => names.get(number) ?? null
  const { visits, ...due } = arrangeDay(
    day.due.map((each) => dueItem(each, today)),
    today,
  )
  const shown = (item: ReturnType<typeof dueItem>) => ({
    ...item,
    committee: item.committee === null ? null : place(item.committee, gate),
  })
  return {
    ...{ day: today, waiting, overdue },
    clocks: [
      ...day.mine.flatMap((row) => runningClocks(row, now)),
      ...day.plans.map(({ row, due }) => clockItem(row, 'plan', due, due < now)),
    ]
      .sort(byDue)
      .slice(0, CLOCKS),
    unread: day.unread.map(({ number, at }) => ({ number, name: nameOf(number), at: iso(at) })),
    followUps: due.followUps.map(shown),
    reminders: due.reminders.map(shown),
    tasks: due.tasks.map(shown),
    visits: visits.map(({ committee, items }) => ({
      committee: committee === null ? null : place(committee, gate),
      items: items.map(shown),
    })),
    changes: day.changes.map((event) => ({
      ...{ number: event.number, name: nameOf(event.number), at: iso(event.at) },
      sentence: eventSentence(event, gate),
    })),
  }
}

function dueItem({ record, head }: DueRecord, today: Day) {
  const { id, kind } = record
  const dueOn = record.dueOn ?? today
  const { id: household, number, name, grade, committee } = head
  return {
    ...{ id, kind, household, number, name, grade, dueOn, committee },
    late: daysLate(dueOn, today),
  }
}

function runningClocks(row: DeskRow, now: Instant): TodayView['clocks'] {
  const clocks = caseClocks(row, now)
  return (['acknowledge', 'contact'] as const).flatMap((clock) => {
    const { due, met, paused, breached } = clocks[clock]
    if (met !== null || paused) return []
    return [clockItem(row, clock, due, breached)]
  })
}

function clockItem(
  { number, name, urgency, crisis: tier }: DeskRow,
  clock: TodayView['clocks'][number]['clock'],
  due: Instant,
  breached: boolean,
) {
  const crisis = tier === 'high' || tier === 'imminent'
  return { number, name, clock, due: iso(due), breached, crisis, urgency }
}

const byDue = (a: { readonly due: string }, b: { readonly due: string }) =>
  a.due < b.due ? -1 : Number(a.due > b.due)

const place = (code: string, gate: Gate) => ({ code, name: gate.placeName(code) ?? code })
