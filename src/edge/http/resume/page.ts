import type { FastifyRequest } from 'fastify'
import { languageOf, pageTexts } from '../chat/language.ts'
import { sizeOf } from '../chat/size.ts'
import { document } from '../document.ts'
import { type Fragment, type Html, html } from '../html.ts'
import { linked } from '../linked.ts'
import type { Gate } from '../parts.ts'

/** Number and phone. */
export function pairPage(gate: Gate, request: FastifyRequest): Html {
  const { say } = pageTexts(request, gate)
  return frame(
    gate,
    request,
    html`<form class="steps" method="post" action="/resume">
<p>${say('resume.why')}</p>
<label for="number">${say('resume.number')}</label>
<input id="number" name="number" inputmode="numeric" autocomplete="off" maxlength="40" required>
<label for="phone">${say('resume.phone')}</label>
<input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" required>
<button class="send">${say('resume.next')}</button></form>`,
  )
}

/** The six digits; the same page whether or not the pair was right. */
export function codePage(gate: Gate, request: FastifyRequest, token: string, wrong = false): Html {
  const { say } = pageTexts(request, gate)
  return frame(
    gate,
    request,
    html`${wrong && html`<p class="note" role="alert">${say('resume.wrong')}</p>`}
<form class="steps" method="post" action="/resume/code">
<p>${say('resume.sent')}</p>
<input type="hidden" name="token" value="${token}">
<label for="code">${say('resume.code')}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required>
<button class="send">${say('resume.done')}</button></form>
<p><a href="/resume">${say('resume.again')}</a></p>`,
  )
}

function frame(gate: Gate, request: FastifyRequest, body: Fragment): Html {
  const { say } = pageTexts(request, gate)
  return document({
    title: say('resume.title'),
    bundle: { ...gate.assets.chat, script: null },
    look: sizeOf(request),
    language: languageOf(request, gate),
    body: html`<main class="trouble"><h1>${say('resume.heading')}</h1>
${body}
<p>${linked(say('resume.lost'))}</p>
<p><a class="button" href="/">${say('resume.fresh')}</a></p></main>`,
  })
}
