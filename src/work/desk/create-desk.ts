import type { Staff } from '../../core/people/role.ts'
import type { Desk } from '../ports/desk.ts'
import { claimAsItIs } from './claim-as-it-is.ts'
import { confirmAssessment } from './confirm-assessment.ts'
import { oneByOne } from './one-by-one.ts'
import { openCase } from './open-case.ts'
import type { DeskParts } from './parts.ts'
import { personOf } from './person-of.ts'
import { placeCase, routeTo } from './place-case.ts'
import { talkWith } from './talk-with.ts'
import { watchTransfer } from './watch-transfer.ts'

/** The adviser's verbs: what is decided about a case goes to the store, what is said into the talk. */
export function createDesk(parts: DeskParts): Desk {
  const { cases, turns, announce } = parts

  /** Open consoles look again: at the case, and at the queues of the adviser's own streets. */
  const ring = ({ district, streets }: Staff, number: string) => {
    announce({ about: 'case', district, number })
    for (const street of streets) announce({ about: 'cases', district, street })
    if (streets.length === 0) announce({ about: 'cases', district })
  }
  /** A transfer is seen in two streets. */
  const ringAround = ({ district }: Staff, number: string) => {
    announce({ about: 'case', district, number })
    announce({ about: 'cases', district })
    announce({ about: 'notices', district })
  }
  const ringing =
    <Rest extends readonly unknown[], T>(
      verb: (staff: Staff, number: string, ...rest: Rest) => Promise<T>,
    ) =>
    async (staff: Staff, number: string, ...rest: Rest): Promise<T> => {
      const done = await verb(staff, number, ...rest)
      ring(staff, number)
      return done
    }

  /** The resident learns by name who has the case now. */
  const tellClaimed = async (staff: Staff, number: string, version: number) => {
    const { conversation } = await cases.seesCase(staff, number)
    if (conversation === null) return
    const id = `claimed:${number}:${version}`
    await turns.desk(conversation, id, { act: 'claimed', by: personOf(staff) })
  }
  const claimCase: Desk['claimCase'] = async (staff, number, version) => {
    const claimed = await claimAsItIs(cases, staff, number, version)
    ring(staff, number)
    announce({ about: 'alerts', district: staff.district })
    await tellClaimed(staff, number, claimed)
    return claimed
  }
  const offerTransfer: Desk['offerTransfer'] = async (staff, number, version, ask) => {
    const { id } = await cases.seesCase(staff, number)
    const offered = await cases.offerTransfer(staff, number, version, ask)
    await watchTransfer(parts, id)
    ringAround(staff, number)
    return offered
  }
  const { takeOver, sayTo, giveBack, capture } = talkWith(parts)

  return {
    ...cases,
    readCase: (staff, number) => openCase(parts, staff, number),
    acknowledgeAlert: async (staff, id) => {
      await cases.acknowledgeAlert(staff, id)
      announce({ about: 'alerts', district: staff.district })
      announce({ about: 'cases', district: staff.district })
    },
    claimCase,
    claimCases: (staff, all) =>
      oneByOne(all, ({ number, version }) => claimCase(staff, number, version)),
    unclaimCase: ringing(cases.unclaimCase),
    releaseCase: ringing(cases.releaseCase),
    takeOver: ringing(takeOver),
    sayTo: ringing(sayTo),
    giveBack: ringing(giveBack),
    capture: ringing(capture),
    addNote: async (staff, number, note) => {
      const version = await cases.addNote(staff, number, note)
      ring(staff, number)
      if (note.mentions.length > 0) announce({ about: 'notices', district: staff.district })
      return version
    },
    noteTry: ringing(cases.noteTry),
    setIndicator: ringing(cases.setIndicator),
    confirmAssessment: ringing((staff, number, version, note) =>
      confirmAssessment(parts, staff, number, version, note),
    ),
    offerTransfer,
    offerTransfers: (staff, all, ask) =>
      oneByOne(all, ({ number, version }) => offerTransfer(staff, number, version, ask)),
    acceptTransfer: async (staff, number, version) => {
      const accepted = await cases.acceptTransfer(staff, number, version)
      ringAround(staff, number)
      await tellClaimed(staff, number, accepted)
      return accepted
    },
    declineTransfer: async (staff, number, version, why) => {
      const declined = await cases.declineTransfer(staff, number, version, why)
      ringAround(staff, number)
      return declined
    },
    placeCase: async (staff, number, where) => {
      const placed = await placeCase(parts, staff, number, where)
      ringAround(staff, number)
      return placed
    },
    routeTo: (staff, number, home) => routeTo(parts, staff, number, home),
    snoozeCase: ringing(cases.snoozeCase),
    settleSuspect: ringing(cases.settleSuspect),
    closeCase: async (staff, number, version, { told, ...how }) => {
      const { conversation } = await cases.seesCase(staff, number)
      const closed = await cases.closeCase(staff, number, version, how)
      ring(staff, number)
      if (told !== null && conversation !== null) {
        const id = `closed:${number}:${closed}`
        const act = { act: 'closed', by: personOf(staff), outcome: told } as const
        await turns.desk(conversation, id, act)
      }
      return closed
    },
    eraseCase: async (staff, number, version, reason) => {
      await parts.erase(await cases.orderErasure(staff, number, version, reason))
      ring(staff, number)
    },
    reopenCase: ringing(cases.reopenCase),
  }
}
