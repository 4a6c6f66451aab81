import type { VisitDraft } from './draft.ts'
import { allDrafts } from './phone-store.ts'

/**
 * The newest unsent visit of this household that no other window writes, held until this window closes; null =
 * begin a new one. Without locks in the browser the newest one is taken.
 */
export async function claimDraft(number: string, by: string): Promise<VisitDraft | null> {
  const drafts = (await allDrafts()).filter(
    (draft) => draft.number === number && (draft.by === by || draft.by === '' || by === ''),
  )
  for (const draft of drafts.toSorted((one, other) => other.changedAt - one.changedAt)) {
    if (await hold(draft.id)) return draft
  }
  return null
}

function hold(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((answer) => {
    void navigator.locks.request(`hearth-visit-write:${id}`, { ifAvailable: true }, (lock) => {
      answer(lock !== null)
      return lock ? new Promise<void>(() => {}) : undefined
    })
  })
}
