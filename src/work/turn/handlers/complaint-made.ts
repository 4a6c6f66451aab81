import { complaintDue } from '../../../core/casework/complaint.ts'
import { caseOf, type Handler, NOTHING } from './handler.ts'

/** No line in the history of the case: its adviser may be whom it is about. */
export const complaintMade: Handler<'complaint_made'> = ({ case: number }, context) => {
  const found = caseOf(context, number)
  if (!found) return NOTHING
  const id = context.newId('complaint')
  const { at } = context
  return { writes: [{ kind: 'bring_complaint', id, case: found, dueOn: complaintDue(at), at }] }
}
