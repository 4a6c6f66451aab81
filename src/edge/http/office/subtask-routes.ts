import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  AnswerSubtask,
  OutsideView,
  SendSubtask,
  SentOutside,
} from '../../../core/contract/office/referral.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'
import { sentView } from './referral-routes.ts'
import { outsideView } from './referral-view.ts'

/** Tasks of other offices (协办). They are listed, linked and withdrawn like referrals. */
export function subtaskRoutes(app: App, gate: Gate): void {
  const { subtasks } = gate.office

  const send = { ...frame, params: OfHousehold, body: SendSubtask, response: gives(SentOutside) }
  app.post('/api/office/households/:household/subtasks', { schema: send }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return sentView(await subtasks.send(staff, request.params.household, request.body), gate)
  })

  const params = OfHousehold.extend({ id: RecordId })
  const answer = { ...frame, params, body: AnswerSubtask, response: gives(OutsideView) }
  app.post(
    '/api/office/households/:household/subtasks/:id/answer',
    { schema: answer },
    async (request) => {
      const { staff } = await mustAct(request, gate)
      const { version, result, words } = request.body
      const at = { ...request.params, version }
      return outsideView(await subtasks.answer(staff, at, { result, words }), gate)
    },
  )
}
