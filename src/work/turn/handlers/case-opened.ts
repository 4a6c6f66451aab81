import type { CaseFile } from '../../../core/casework/case-file.ts'
import type { Write } from '../../ports/cases-in-turn.ts'
import type { CaseRef } from '../../ports/turns.ts'
import type { Handler, HandlerContext } from './handler.ts'

/** The case begins, with the consent it rests on as the first line of its history. */
export const caseOpened: Handler<'case_opened'> = ({ file }, context) => {
  const { ref, channel, at, notes } = context
  const opened = refOf(file)
  return {
    writes: [
      { kind: 'open_case', file, conversation: ref, channel, at },
      ...consentLine(opened, context),
    ],
    notes: { ...notes, cases: [...notes.cases.filter(({ id }) => id !== file.id), opened] },
  }
}

/** Where a case is found again: the key of its row and the street that row security asks for. */
export function refOf(file: CaseFile): CaseRef {
  const { district, street = null } = file.route
  return { id: file.id, number: file.number, district, street }
}

function consentLine(opened: CaseRef, { notes, at }: HandlerContext): readonly Write[] {
  if (notes.consent === null) return []
  const detail = { notice: notes.consent.notice, given: notes.consent.at }
  return [{ kind: 'case_event', case: opened, what: 'consent_given', at, detail }]
}
