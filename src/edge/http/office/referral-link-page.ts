import type { FastifyRequest } from 'fastify'
import { RETURN_REASONS } from '../../../core/casework/referral.ts'
import type { LinkView } from '../../../work/ports/referrals.ts'
import { sizeOf } from '../chat/size.ts'
import { document } from '../document.ts'
import { type Fragment, type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import { givenLines } from './referral-view.ts'

/** What a partner or another office was asked, and its answer: works without JavaScript. */
export function linkPage(
  gate: Gate,
  request: FastifyRequest,
  view: LinkView,
  note: 'accepted' | 'stale' | 'wrong' | null,
): Html {
  const { say } = gate.texts.page
  const given = givenLines(view.given, gate)
  return frame(
    gate,
    request,
    html`<h1>${say(`partner.${view.kind}`, { to: view.to })}</h1>
${note && html`<p class="note" role="alert">${say(`partner.${note}`)}</p>`}
<p><strong>${say('partner.asked')}</strong></p>
<p>${view.ask}</p>
<p><strong>${say('partner.given')}</strong></p>
${
  given.length === 0
    ? html`<p>${say('partner.nothing_given')}</p>`
    : html`<dl>${given.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
}
${view.dueOn && html`<p>${say('partner.due', { day: view.dueOn })}</p>`}
<p>${say('partner.secret')}</p>
${answers(gate, view)}`,
  )
}

/** After the last answer: there is nothing more to be seen. */
export function thanksPage(gate: Gate, request: FastifyRequest): Html {
  return frame(gate, request, html`<h1>${gate.texts.page.say('partner.finished')}</h1>`)
}

function answers(gate: Gate, { kind, state, version }: LinkView): Fragment {
  const { say } = gate.texts.page
  const mayAccept = kind === 'referral' && state === 'sent'
  const form = (act: string, inside: Fragment) =>
    html`<form class="steps" method="post">
<input type="hidden" name="version" value="${version}"><input type="hidden" name="act" value="${act}">
${inside}
<button class="${act === 'return' ? 'plain' : 'send'}">${say(`partner.${act}`)}</button></form>`
  return [
    mayAccept && form('accept', null),
    !mayAccept &&
      form(
        'done',
        html`<label for="words">${say('partner.done_what')}</label>
<textarea id="words" name="words" rows="3" maxlength="2000" required></textarea>
${
  kind === 'referral' &&
  html`<label for="yuan">${say('partner.yuan')}</label>
<input id="yuan" name="yuan" inputmode="decimal" maxlength="10">`
}`,
      ),
    form(
      'return',
      html`<label for="reason">${say('partner.return_why')}</label>
<select id="reason" name="reason">${RETURN_REASONS.map(
        (code) => html`<option value="${code}">${say(`partner.reason.${code}`)}</option>`,
      )}</select>
<label for="why">${say('partner.return_what')}</label>
<textarea id="why" name="words" rows="2" maxlength="2000"></textarea>`,
    ),
  ]
}

function frame(gate: Gate, request: FastifyRequest, body: Fragment): Html {
  return document({
    title: gate.texts.page.say('partner.title'),
    bundle: { ...gate.assets.chat, script: null },
    look: sizeOf(request),
    body: html`<main class="trouble">${body}</main>`,
  })
}
