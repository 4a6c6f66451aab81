import type { AidRules } from '../../core/casework/aid.ts'
import type { PlanBook } from '../../core/casework/plan-book.ts'
import type { PartnerBook } from '../../core/casework/referral.ts'
import type { House } from '../../core/dialog/house.ts'
import type { DeskAct, Incoming } from '../../core/events/incoming.ts'
import type { Town } from '../../core/routing/town.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { Received } from '../ports/chat.ts'
import type { Complaints, StaffCalls } from '../ports/complaints.ts'
import type { ConsultationStore } from '../ports/consultations.ts'
import type { Desk } from '../ports/desk.ts'
import type { FigureBook } from '../ports/figures.ts'
import type { HouseholdFiles } from '../ports/household-files.ts'
import type { Jobs } from '../ports/jobs.ts'
import type { LedgerBook } from '../ports/ledger.ts'
import type { OutsideLinks } from '../ports/outside-links.ts'
import type { PettyCash } from '../ports/petty-cash.ts'
import type { AdviserBook } from '../ports/register.ts'
import type { RosterBook } from '../ports/roster.ts'
import type { TodayReader } from '../ports/today.ts'
import type { Views } from '../ports/views.ts'

/** All that the office's verbs need of the house. */
export type OfficeParts = {
  readonly files: HouseholdFiles
  /** What the office keeps ready for plans: data/plans. */
  readonly plans: PlanBook
  readonly consultations: ConsultationStore
  readonly cash: PettyCash
  /** data/aid */
  readonly aid: AidRules
  readonly links: OutsideLinks
  readonly calls: StaffCalls
  readonly complaints: Complaints
  /** data/partners */
  readonly partners: PartnerBook
  readonly desk: Desk
  readonly roster: RosterBook
  readonly day: TodayReader
  readonly views: Views
  /** The way into a conversation. */
  readonly turns: {
    readonly desk: (conversation: string, id: string, act: DeskAct) => Promise<Received>
    readonly speakUp: (conversation: string, id: string, incoming: Incoming) => Promise<Received>
    readonly tell: (
      conversation: string,
      id: string,
      said: { readonly text: string; readonly secret?: boolean },
    ) => Promise<void>
  }
  /** Model, amounts and questions of today. */
  readonly house: () => Pick<House, 'model' | 'parameters' | 'clocks' | 'bundles' | 'current'>
  readonly register: AdviserBook
  readonly ledgers: LedgerBook
  readonly figures: FigureBook
  readonly town: () => Town
  readonly jobs: Pick<Jobs, 'put'>
  readonly now: () => Instant
  readonly announce: Announcer
}
