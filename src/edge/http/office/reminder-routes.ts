import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  AnswerReminder,
  CancelReminder,
  ReminderSent,
  RemindersFound,
  ReminderView,
  SendReminder,
} from '../../../core/contract/office/reminder.ts'
import type { ReminderLine } from '../../../work/ports/reminders.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, iso, mustAct, OfHousehold } from './frame.ts'
import { briefOf, partOf, textOf } from './visit-views.ts'

const OfReminder = OfHousehold.extend({ id: RecordId })
const ONE = '/api/office/households/:household/reminders/:id'

/** Reminders that must be answered (服务信息提醒回复). */
export function reminderRoutes(app: App, gate: Gate): void {
  const { reminders } = gate.office

  const list = { ...frame, response: gives(RemindersFound) }
  app.get('/api/office/reminders', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await reminders.list(staff)
    return { reminders: lines.map((line) => reminderView(line, gate)) }
  })

  const send = { ...frame, body: SendReminder, response: gives(ReminderSent) }
  app.post('/api/office/reminders', { schema: send }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { household, ...what } = request.body
    const { token, ...line } = await reminders.send(staff, household, what)
    return { reminder: reminderView(line, gate), link: token && `/reply/${token}` }
  })

  const answer = {
    ...frame,
    params: OfReminder,
    body: AnswerReminder,
    response: gives(ReminderView),
  }
  app.post(`${ONE}/answer`, { schema: answer }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...what } = request.body
    const line = await reminders.answer(staff, { ...request.params, version }, what)
    return reminderView(line, gate)
  })

  const cancel = {
    ...frame,
    params: OfReminder,
    body: CancelReminder,
    response: gives(ReminderView),
  }
  app.post(`${ONE}/cancel`, { schema: cancel }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, reason } = request.body
    return reminderView(await reminders.cancel(staff, { ...request.params, version }, reason), gate)
  })
}

function reminderView({ record, head }: ReminderLine, gate: Gate): ReminderView {
  const { id, version, state, open, owner, by, detail, body } = record
  const isPartner = detail.to === 'partner'
  return {
    ...{ household: briefOf(head, gate), id, version, state, open, by },
    to: isPartner ? null : owner,
    partner: isPartner ? String(partOf(body, 'partner') ?? '') : null,
    words: textOf(body, 'words'),
    dueAt: iso(typeof detail.dueAt === 'number' ? detail.dueAt : record.at),
    answer: textOf(body, 'answer'),
  }
}
