import type { House } from '../../../core/dialog/house.ts'
import type { Say } from '../../../core/dialog/rehearse/stand-in.ts'
import { type Arrived, standInTalk } from '../../../core/dialog/rehearse/stand-in-talk.ts'
import { problem } from '../../../core/errors.ts'
import type { CaseStore } from '../../ports/cases.ts'
import type { Studio } from '../../ports/studio.ts'
import type { StoredTurn, Turns } from '../../ports/turns.ts'
import { refOf } from '../../turn/ref-of.ts'
import { mustEdit } from './may.ts'

export type StandInParts = {
  readonly cases: Pick<CaseStore, 'readCase'>
  readonly turns: Pick<Turns, 'read'>
  /** As it is in force. */
  readonly house: () => House
  /** Words that stand in place of the resident's own. */
  readonly standIns: () => Promise<{ readonly say: Say }>
}

/** Messages of a talk that are looked at: no request takes half of them. */
const MOST = 200

/**
 * A real talk as a test without anything personal. Reading the case is recorded like every other reading, and only
 * who may see the case can do it.
 */
export function standIn(parts: StandInParts): Pick<Studio, 'standIn'> {
  const { cases, turns, house, standIns } = parts
  return {
    standIn: async (staff, number, name) => {
      mustEdit(staff)
      const { conversation } = await cases.readCase(staff, number)
      if (conversation === null) throw problem('not_found', { case: number })
      const held = await turns.read(refOf(conversation), 1)
      const arrived = held.slice(0, MOST).flatMap((turn) => arrivedIn(turn) ?? [])
      const [first] = held
      if (!first || arrived.length === 0) throw problem('not_found', { case: number })
      const { say } = await standIns()
      return standInTalk(house(), name, { channel: first.channel, arrived }, say)
    },
  }
}

/** What came in from outside; what the house told itself, or what was taken back or erased, is left out. */
function arrivedIn({ at, content }: StoredTurn): Arrived | null {
  if (!content) return null
  const incoming = content.in
  switch (incoming.kind) {
    case 'answer':
    case 'tell':
    case 'taken_back':
    case 'joined':
    case 'left':
    case 'unsent':
      return null
    default:
      return { at, incoming }
  }
}
