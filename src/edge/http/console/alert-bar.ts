import type { Alert } from '../../../work/ports/cases.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import { momentWords } from './clock-words.ts'
import { hiddenField } from './layout.ts'
import { coded } from './row-words.ts'
import type { Session } from './session.ts'

/** Dangers that are always in sight; the queue must stay in sight too. */
const SHOWN = 4

/** Dangers that nobody has answered for: above everything, and not to be closed by a click. */
export function alertBar(gate: Gate, session: Session, alerts: readonly Alert[]): Html | false {
  if (alerts.length === 0) return false
  const { say } = gate.texts.console
  const lines = alerts.map((alert) => line(gate, session, alert))
  return html`<section class="alerts" role="alert"><h2>${say('queue.alerts', { count: alerts.length })}</h2>
<ul>${lines.slice(0, SHOWN)}</ul>
${lines.length > SHOWN && html`<details><summary>${say('queue.more_alerts', { count: lines.length - SHOWN })}</summary><ul>${lines.slice(SHOWN)}</ul></details>`}</section>`
}

function line(gate: Gate, { csrf }: Session, { id, type, raisedAt }: Alert): Html {
  const texts = gate.texts.console
  const what = texts.say('queue.alert', {
    at: momentWords(raisedAt),
    type: coded(texts, 'danger', type),
  })
  return html`<li><form method="post" action="/console/alerts/${id}">${hiddenField('csrf', csrf)}
${what} <button>${texts.say('queue.acknowledge')}</button></form></li>`
}
