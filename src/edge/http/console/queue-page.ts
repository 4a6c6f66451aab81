import type { Instant } from '../../../core/time.ts'
import type { Alert } from '../../../work/ports/cases.ts'
import type { WaitingCase } from '../../../work/ports/desk.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import { alertBar } from './alert-bar.ts'
import { clockWords, isBreached, momentWords } from './clock-words.ts'
import { cut } from './cut.ts'
import { hiddenField, layout, newsLine } from './layout.ts'
import { coded, gradeWords, pointsWords, routeWords, whyHere } from './row-words.ts'
import type { Session } from './session.ts'

export type QueueView = {
  readonly waiting: readonly WaitingCase[]
  readonly mine: readonly WaitingCase[]
  readonly alerts: readonly Alert[]
}

/** 待领取: the cases of one's own streets in their order, each with why it stands where it stands. */
export function queuePage(gate: Gate, session: Session, view: QueueView): Html {
  const { say } = gate.texts.console
  const now = gate.clock()
  const rows = view.waiting
  const breached = rows.filter((row) => isBreached(row, now)).length
  return layout(gate, session, {
    title: say('queue.title'),
    body: html`${alertBar(gate, session, view.alerts)}
<div class="bar"><h1>${say('queue.title')}</h1>
<p>${say('queue.count', { count: rows.length, breached })}</p>
<a class="button" href="/console/queue">${say('queue.refresh')}</a>
${newsLine('/console/stream', say('queue.news'))}</div>
<p class="small">${say('queue.order')}</p>
${rows.length === 0 ? html`<p>${say('queue.empty')}</p>` : table(gate, session, rows, now)}
${view.mine.length > 0 && html`<h2>${say('queue.mine')}</h2>${table(gate, session, view.mine, now)}`}`,
  })
}

function table(gate: Gate, session: Session, rows: readonly WaitingCase[], now: Instant): Html {
  const { say } = gate.texts.console
  return html`<table role="table">
<thead role="rowgroup"><tr role="row">${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${say(`queue.columns.${name}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => line(gate, session, row, now))}</tbody>
</table>`
}

const COLUMNS = ['clock', 'who', 'grade', 'story', 'route', 'number', 'act'] as const

function line(gate: Gate, session: Session, row: WaitingCase, now: Instant): Html {
  const texts = gate.texts.console
  const { say } = texts
  const late = isBreached(row, now)
  const cells: Record<(typeof COLUMNS)[number], Fragment> = {
    clock: html`<span class="${late && 'late'}">${clockWords(row, now, texts)}</span>
<span class="${row.urgency}">${say(`urgency.${row.urgency}`)}</span>${row.crisis !== null && html` <strong class="late">${say('crisis')}</strong>`}`,
    who: html`${row.name ?? say('queue.nobody')}${row.status === 'unfinished' && html` <em>${say('status.unfinished')}</em>`}`,
    grade: html`<b>${gradeWords(row, texts)}</b> ${pointsWords(row, texts)}`,
    story: row.story === null ? say('queue.no_story') : `“${cut(row.story)}”`,
    route: routeWords(row, gate),
    number: html`<a href="/console/cases/${row.number}">${row.number}</a> <span class="small">${coded(texts, 'channel', row.channel)} ${momentWords(row.openedAt)}</span>`,
    act: claimForm(gate, session, row),
  }
  return html`<tr role="row" title="${whyHere(row, now, texts)}">
${COLUMNS.map((name) => html`<td role="cell" data-label="${say(`queue.columns.${name}`)}">${cells[name]}</td>`)}
</tr>
`
}

/** Where it is claimed already, who has it. */
function claimForm(gate: Gate, { csrf, staff }: Session, row: WaitingCase): Html {
  const { say } = gate.texts.console
  if (row.claimed?.id === staff.id) {
    return html`<a class="button" href="/console/cases/${row.number}">${say('queue.open', { number: row.number })}</a>`
  }
  if (row.claimed) return html`${say('queue.taken', { name: row.claimed.name })}`
  return html`<form method="post" action="/console/cases/${row.number}/claim">
${hiddenField('csrf', csrf)}${hiddenField('version', row.version)}
<button aria-label="${say('queue.claim_named', { number: row.number })}">${say('queue.claim')}</button></form>`
}
