import { randomUUID } from 'node:crypto'
import type { OpenedCase, WaitingCase } from '../../../work/ports/desk.ts'
import { messageOf } from '../chat/message.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import { clockWords, isBreached, momentWords } from './clock-words.ts'
import { hiddenField, layout, newsLine } from './layout.ts'
import { coded, gradeWords, routeWords } from './row-words.ts'
import type { Session } from './session.ts'
import { transcript } from './transcript.ts'
import { why } from './why.ts'

/** One case whole: who, why this grade, what was answered, what was said, who has it. */
export function casePage(gate: Gate, session: Session, found: OpenedCase, note?: string): Html {
  const texts = gate.texts.console
  const { say } = texts
  const { row, file } = found
  return layout(gate, session, {
    title: say('case.title', { number: row.number }),
    body: html`<p><a href="/console/queue">${say('case.back')}</a></p>
${note !== undefined && html`<p class="note" role="alert">${note}</p>`}
<div class="bar"><h1>${say('case.title', { number: row.number })}</h1>
<p><b>${gradeWords(row, texts)}</b> · ${coded(texts, 'stage', row.stage)} · ${coded(texts, 'status', row.status)}</p>
<a class="button" href="/console/cases/${row.number}">${say('queue.refresh')}</a>
${newsLine(`/console/stream?case=${row.number}`, say('queue.news'))}</div>
${facts(gate, found)}
${deeds(session, row, texts.say)}
<div class="columns">
<section class="why" aria-labelledby="why">${why(row, file, texts)}</section>
<section aria-labelledby="talk"><h2 id="talk">${say('case.transcript')}</h2>
${transcript(found.transcript.map(messageOf), texts)}
${talking(session, row, texts.say)}</section>
<section aria-labelledby="answers">${answers(found, texts.say)}</section>
</div>`,
  })
}

type Say = Gate['texts']['console']['say']

function facts(gate: Gate, { row, file }: OpenedCase): Html {
  const texts = gate.texts.console
  const { say } = texts
  const now = gate.clock()
  const late = isBreached(row, now)
  const lines: readonly (readonly [string, Fragment])[] = [
    ['case.subject', file.name ?? say('queue.nobody')],
    [
      'case.phone',
      file.phone === null
        ? say('case.unknown')
        : html`<a href="tel:${file.phone}">${file.phone}</a>`,
    ],
    ['case.address', file.address ?? say('case.unknown')],
    [
      'queue.columns.clock',
      html`<span class="${late && 'late'}">${clockWords(row, now, texts)}</span> · ${say(`urgency.${row.urgency}`)}${row.crisis !== null && html` · <strong class="late">${say('crisis')}</strong>`}`,
    ],
    ['case.route', routeWords(row, gate)],
    ['case.opened', `${momentWords(row.openedAt)} · ${coded(texts, 'channel', row.channel)}`],
    ['case.claimed', row.claimed?.name ?? say('case.nobody')],
    ['case.story', file.story ?? say('queue.no_story')],
  ]
  return html`<dl>${lines.map(([key, value]) => html`<div><dt>${say(key)}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** Claiming and giving back; only who has the case may give it back. */
function deeds({ staff, csrf }: Session, row: WaitingCase, say: Say): Html | false {
  const mine = row.claimed?.id === staff.id
  if (row.claimed && !mine) return false
  const verb = mine ? 'release' : 'claim'
  return html`<form method="post" action="/console/cases/${row.number}/${verb}">
${hiddenField('csrf', csrf)}${hiddenField('version', row.version)}
<button class="${mine && 'plain'}">${say(`case.${verb}`)}</button></form>`
}

/** Only who has the case speaks with the resident. */
function talking({ staff, csrf }: Session, row: WaitingCase, say: Say): Html | false {
  if (row.claimed?.id !== staff.id) return false
  const at = `/console/cases/${row.number}`
  const own = () => [hiddenField('csrf', csrf), hiddenField('id', randomUUID())]
  return html`<form method="post" action="${at}/say">${own()}
<label for="words">${say('case.says')}</label><textarea id="words" name="text" rows="3"></textarea>
<button>${say('case.send')}</button></form>
<div class="bar"><form method="post" action="${at}/take-over">${own()}<button class="plain">${say('case.take_over')}</button></form>
<form method="post" action="${at}/give-back">${own()}<button class="plain">${say('case.give_back')}</button></form></div>`
}

function answers({ file }: OpenedCase, say: Say): Html {
  const rows = file.answers.map(
    ({
      question,
      reads,
      basis,
    }) => html`<tr role="row"><td role="cell" data-label="${say('case.question')}">${question}</td>
<td role="cell" data-label="${say('case.answer')}">${reads} <span class="small">${say(`case.basis.${basis}`)}</span></td></tr>`,
  )
  const table = html`<table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${say('case.question')}</th><th role="columnheader" scope="col">${say('case.answer')}</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`
  return html`<h2 id="answers">${say('case.answers')}</h2>
${rows.length === 0 ? html`<p>${say('case.no_answers')}</p>` : table}`
}
