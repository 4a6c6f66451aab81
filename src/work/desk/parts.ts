import type { House } from '../../core/dialog/house.ts'
import type { DeskAct } from '../../core/events/incoming.ts'
import type { Instant } from '../../core/time.ts'
import type { Announcer } from '../ports/announcer.ts'
import type { CaseStore } from '../ports/cases.ts'
import type { Received, Shown } from '../ports/chat.ts'
import type { Askable } from '../ports/desk.ts'
import type { Jobs } from '../ports/jobs.ts'

/** What the desk needs of the house: indicators, places and hours, the flows of today. */
type DeskHouse = Pick<House, 'model' | 'parameters' | 'town' | 'clocks' | 'bundles' | 'current'>

export type DeskParts = {
  readonly cases: CaseStore
  readonly turns: {
    readonly desk: (conversation: string, id: string, act: DeskAct) => Promise<Received>
    readonly readMessages: (conversation: string, after: number) => Promise<readonly Shown[]>
  }
  readonly house: () => DeskHouse
  /** Questions of the bot that find out an indicator. */
  readonly questions: readonly Question[]
  /** Destroys what a case knows of a person; done twice it is done once. */
  readonly erase: (caseId: string) => Promise<void>
  readonly jobs: Pick<Jobs, 'put'>
  readonly now: () => Instant
  readonly announce: Announcer
}

export type Question = Askable & { readonly slot: string }
