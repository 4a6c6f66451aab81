import type { Staff } from '../../core/people/role.ts'
import type { Day, Instant } from '../../core/time.ts'

/** What was done in some days, and what stands now, of one place. */
export type PlaceFigures = {
  /** Code of the street or committee; empty = not known yet. Null = all together. */
  readonly place: string | null
  /** Requests that came. */
  readonly asked: number
  /** Of them, those whose clock ran out (超时). */
  readonly late: number
  /** Minutes from request to first contact, the middle of those who were reached; null = nobody yet. */
  readonly contact: number | null
  readonly closed: number
  /** Service records of these days, and those of them at home (上门). */
  readonly services: number
  readonly visits: number
  /** Open now; of them gravely in need, and past a clock. */
  readonly open: number
  readonly high: number
  readonly overdue: number
  /** Past their day now: follow-ups (回访), measures of plans, reminders without an answer. */
  readonly followUps: number
  readonly measures: number
  readonly reminders: number
}

type FiguresAsk = {
  readonly from: Day
  readonly to: Day
  /** 9-digit street; null = all that this person may see. */
  readonly street: string | null
}

/** 居委 within one street, else 街道. */
export type FiguresBy = 'street' | 'committee'

export type FigureBook = {
  /** One line a place and one for all together; places without anything are left out. */
  readonly count: (
    staff: Staff,
    ask: FiguresAsk & { readonly by: FiguresBy; readonly now: Instant },
  ) => Promise<readonly PlaceFigures[]>
}

export type Figures = {
  readonly read: (
    staff: Staff,
    ask: FiguresAsk,
  ) => Promise<{
    readonly by: FiguresBy
    readonly places: readonly PlaceFigures[]
    readonly all: PlaceFigures | null
  }>
}
