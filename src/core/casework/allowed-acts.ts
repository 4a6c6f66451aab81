import type { Role } from '../people/role.ts'
import type { CaseStatus } from './case-file.ts'
import type { TalkState } from './desk-lists.ts'

/** What can be done with a case at the desk. */
export const DESK_ACTS = [
  'claim',
  'unclaim',
  'release',
  'take_over',
  'say',
  'give_back',
  'capture',
  'note',
  'contact_try',
  'set_indicator',
  'confirm',
  'transfer',
  'accept_transfer',
  'decline_transfer',
  'close',
  'reopen',
  'reveal',
  'place',
  'snooze',
  'erase',
] as const

export type DeskDeed = (typeof DESK_ACTS)[number]

/** What the rules look at. */
export type Standing = {
  readonly status: CaseStatus
  readonly claimed: { readonly id: string; readonly at: number } | null
  readonly talk: TalkState
  /** An open transfer: whether it is offered to a street of this person. */
  readonly transfer: { readonly toMe: boolean } | null
  readonly assessed: boolean
  readonly erased: boolean
}

/** Milliseconds in which a claim can be undone without a reason (experience: undo for 10 s). */
export const UNDO_CLAIM = 10_000

/**
 * What this person may do next, in the order of DESK_ACTS. The screens show these and the store
 * refuses all others, so that both say the same.
 */
export function allowedActs(
  person: { readonly id: string; readonly role: Role },
  at: Standing,
  now: number,
): readonly DeskDeed[] {
  if (person.role === 'auditor' || at.erased) return []
  if (at.transfer?.toMe && at.claimed?.id !== person.id) {
    return ['note', 'accept_transfer', 'decline_transfer', 'reveal']
  }
  const may = new Set<DeskDeed>(['note', 'reveal'])
  if (at.status === 'closed') may.add('reopen')
  if (at.status === 'waiting' || at.status === 'unfinished') addOpen(may, at)
  if (at.status === 'claimed' && at.claimed?.id === person.id) addOwn(may, at, now)
  if (at.status === 'claimed' && person.role === 'supervisor') addLead(may, at)
  // A resident who wrote withdraws in the talk; of whom others wrote, the lead does it.
  const isOver = at.status === 'withdrawn'
  if (person.role === 'supervisor' && at.talk === 'none' && !isOver) may.add('erase')
  return DESK_ACTS.filter((act) => may.has(act))
}

function addOpen(may: Set<DeskDeed>, { transfer }: Standing): void {
  may.add('claim').add('contact_try')
  if (!transfer) may.add('transfer').add('place')
}

function addOwn(may: Set<DeskDeed>, at: Standing, now: number): void {
  may.add('contact_try').add('capture').add('snooze')
  if (at.claimed && now - at.claimed.at <= UNDO_CLAIM) may.add('unclaim')
  if (at.talk !== 'none') may.add('take_over').add('say')
  if (at.talk === 'person' || at.talk === 'waiting_person') may.add('give_back')
  may.add('set_indicator')
  if (at.assessed) may.add('confirm')
  if (at.transfer) return
  may.add('release').add('transfer').add('close').add('place')
}

/** The street's lead moves cases of absent colleagues on, but does not speak for them. */
function addLead(may: Set<DeskDeed>, { transfer }: Standing): void {
  may.add('contact_try')
  if (transfer) return
  may.add('release').add('transfer').add('place')
}
