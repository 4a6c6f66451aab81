import type { Aid } from './aid.ts'
import type { Assessments } from './assessments.ts'
import type { ComplaintRoom } from './complaints.ts'
import type { Consultations } from './consultations.ts'
import type { Figures } from './figures.ts'
import type { FileReadings } from './file-readings.ts'
import type { FollowUps } from './follow-ups.ts'
import type { HouseholdFiles } from './household-files.ts'
import type { Ledgers } from './ledger.ts'
import type { PettyCash } from './petty-cash.ts'
import type { Plans } from './plans.ts'
import type { Referrals, Subtasks } from './referrals.ts'
import type { Register } from './register.ts'
import type { Registrations } from './registrations.ts'
import type { Reminders } from './reminders.ts'
import type { Roster } from './roster.ts'
import type { Services } from './services.ts'
import type { Supervision } from './supervision.ts'
import type { Today } from './today.ts'
import type { Views } from './views.ts'

/** All that is done around households, beside the cases themselves; one room a field of work. */
export type Office = {
  readonly households: HouseholdFiles
  readonly file: FileReadings
  readonly services: Services
  readonly reminders: Reminders
  readonly complaints: ComplaintRoom
  readonly cash: PettyCash
  readonly aid: Aid
  readonly referrals: Referrals
  readonly subtasks: Subtasks
  readonly registrations: Registrations
  readonly followUps: FollowUps
  readonly plans: Plans
  readonly consultations: Consultations
  readonly assessments: Assessments
  readonly supervision: Supervision
  readonly register: Register
  readonly ledgers: Ledgers
  readonly figures: Figures
  readonly roster: Roster
  readonly today: Today
  readonly views: Views
}
