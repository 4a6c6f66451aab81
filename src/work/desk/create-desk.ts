import { problem } from '../../core/errors.ts'
import type { DeskAct, Person } from '../../core/events/incoming.ts'
import type { Staff } from '../../core/people/role.ts'
import type { CaseStore } from '../ports/cases.ts'
import type { Received, Shown } from '../ports/chat.ts'
import type { Desk } from '../ports/desk.ts'

export type DeskParts = {
  readonly cases: CaseStore
  readonly turns: {
    readonly desk: (conversation: string, id: string, act: DeskAct) => Promise<Received>
    readonly readMessages: (conversation: string, after: number) => Promise<readonly Shown[]>
  }
}

/** The adviser's verbs: what is decided about a case goes to the store, what is said into the talk. */
export function createDesk({ cases, turns }: DeskParts): Desk {
  /** Sight of the case is the only way to its conversation; who does not have it says nothing. */
  const talkOf = async (staff: Staff, number: string): Promise<string> => {
    const { row, conversation } = await cases.readCase(staff, number)
    if (row.claimed && row.claimed.id !== staff.id) {
      throw problem('already_claimed', { by: row.claimed.name })
    }
    if (!row.claimed || conversation === null) throw problem('not_allowed')
    return conversation
  }

  return {
    listQueue: cases.listQueue,
    listMine: cases.listMine,
    listAlerts: cases.listAlerts,
    acknowledgeAlert: cases.acknowledgeAlert,
    releaseCase: cases.releaseCase,
    readCase: async (staff, number) => {
      const { row, file, conversation } = await cases.readCase(staff, number)
      const transcript = conversation === null ? [] : await turns.readMessages(conversation, 0)
      return { row, file, conversation, transcript }
    },
    claimCase: async (staff, number, version) => {
      const claimed = await cases.claimCase(staff, number, version)
      const { conversation } = await cases.readCase(staff, number)
      const by = personOf(staff)
      const id = `claimed:${number}:${claimed}`
      if (conversation !== null) await turns.desk(conversation, id, { act: 'claimed', by })
      return claimed
    },
    takeOver: async (staff, number, id) => {
      const conversation = await talkOf(staff, number)
      await turns.desk(conversation, id, { act: 'took_over', by: personOf(staff) })
    },
    sayTo: async (staff, number, id, text) => {
      const conversation = await talkOf(staff, number)
      await turns.desk(conversation, id, { act: 'said', by: personOf(staff), text })
      await cases.noteContact(staff, number)
    },
    giveBack: async (staff, number, id) => {
      const conversation = await talkOf(staff, number)
      const by = personOf(staff)
      await turns.desk(conversation, id, { act: 'gave_back', by, at: 'open_question' })
    },
  }
}

function personOf({ id, name, streets }: Staff): Person {
  const [street] = streets
  return street === undefined ? { id, name } : { id, name, street }
}
