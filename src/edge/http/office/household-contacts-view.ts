import type { z } from 'zod'
import type { Member } from '../../../core/casework/member.ts'
import type { ContactsView } from '../../../core/contract/office/household-papers.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import type { HouseholdEvent, HouseholdTalk, Reading } from '../../../work/ports/household-deeds.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import { iso } from './frame.ts'

type View = z.infer<typeof ContactsView>

export type Reached = {
  readonly talks: readonly HouseholdTalk[]
  readonly members: readonly FileRecord[]
  readonly events: readonly HouseholdEvent[]
  readonly readers: readonly Reading[]
}

/** How a household is reached, what it agreed to, who looked into its file. */
export function contactsView({ talks, members, events, readers }: Reached): View {
  return {
    contacts: [
      ...talks.map(({ number, name, phone, address, channel }) => ({
        ...{ number, name, address, channel, who: 'self', phone: masked(phone) },
      })),
      ...members.flatMap(ofMember),
    ],
    consents: events.flatMap(consentOf),
    readers: readers
      .filter(isFirst)
      .map(({ by, act, at }) => ({ name: by.name, act, at: iso(at) })),
  }
}

/** Of each person and deed the last time. */
const isFirst = ({ by, act }: Reading, at: number, all: readonly Reading[]) =>
  all.findIndex((each) => each.by.id === by.id && each.act === act) === at

function ofMember({ body, detail, state }: FileRecord): View['contacts'] {
  const member = body as Member | null
  if (state === 'left' || !member?.phone) return []
  const who = String(detail.kin)
  const nowhere = { address: null, channel: null, number: null }
  return [{ ...nowhere, name: member.name, who, phone: masked(member.phone) }]
}

function consentOf({ kind, number, at, detail }: HouseholdEvent): View['consents'] {
  if (kind !== 'consent_given' && kind !== 'withdrawal_asked') return []
  const given = kind === 'consent_given'
  const since = typeof detail.given === 'number' ? detail.given : at
  const notice = typeof detail.notice === 'string' ? detail.notice : null
  return [{ number, given, notice, at: iso(given ? since : at) }]
}

const masked = (phone: string | null) =>
  phone === null ? null : maskPhone(phone.replaceAll(/\D/g, ''))
