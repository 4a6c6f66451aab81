import { SERVICE_RESULTS } from '../../../core/casework/service-lists.ts'
import { uuid } from '../../shared/uuid.ts'
import { type Filling, newFilling } from '../assessment/filling.ts'

type VisitState = 'writing' | 'waiting' | 'conflict' | 'refused'

/** A visit as it is being written (上门记录): plain data under ids made on the phone. */
export type VisitDraft = {
  /** Id of the service record it becomes. */
  readonly id: string
  /** Number of the household, as in the address of the page. */
  readonly number: string
  /** Staff id of who writes it; empty while nobody knows. */
  readonly by: string
  readonly day: string
  readonly minutes: string
  readonly result: (typeof SERVICE_RESULTS)[number]
  readonly met: string
  readonly words: string
  readonly photos: readonly DraftPhoto[]
  /** Assess even if nothing changed. */
  readonly assess: boolean
  readonly filling: Filling
  readonly state: VisitState
  readonly why: string
  readonly changedAt: number
}

export type DraftPhoto = {
  readonly id: string
  readonly size: number
  /** As the house kept it; null = only on this phone. */
  readonly kept: { readonly number: string; readonly id: string } | null
}

export function newDraft(number: string, by: string, day: string): VisitDraft {
  return {
    ...{ id: uuid(), number, by, day, minutes: '', result: SERVICE_RESULTS[0], met: '', words: '' },
    ...{ photos: [], assess: false, filling: newFilling(uuid()) },
    ...{ state: 'writing', why: '', changedAt: Date.now() },
  }
}
