import type { AidRules } from '../../core/casework/aid.ts'
import type { PlanBook } from '../../core/casework/plan-book.ts'
import type { DeskAct } from '../../core/events/incoming.ts'
import type { Calendar, OfficeHours } from '../../core/routing/calendar.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { Received } from '../ports/chat.ts'
import type { Desk } from '../ports/desk.ts'
import type { HouseholdFiles } from '../ports/household-files.ts'
import type { Jobs } from '../ports/jobs.ts'
import type { PettyCash } from '../ports/petty-cash.ts'

/** All that the office's verbs need of the house. */
export type OfficeParts = {
  readonly files: HouseholdFiles
  /** What the office keeps ready for plans: data/plans. */
  readonly plans: PlanBook
  readonly cash: PettyCash
  /** data/aid */
  readonly aid: AidRules
  readonly desk: Desk
  /** The way into a conversation. */
  readonly turns: {
    readonly desk: (conversation: string, id: string, act: DeskAct) => Promise<Received>
    readonly tell: (
      conversation: string,
      id: string,
      said: { readonly text: string; readonly secret?: boolean },
    ) => Promise<void>
  }
  readonly town: () => { readonly calendar: Calendar; readonly office: OfficeHours }
  readonly jobs: Pick<Jobs, 'put'>
  readonly now: () => Instant
  readonly announce: Announcer
}
