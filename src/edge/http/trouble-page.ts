import type { FastifyRequest } from 'fastify'
import type { Problem } from '../../core/errors.ts'
import { languageOf, pageTexts } from './chat/language.ts'
import { sizeOf } from './chat/size.ts'
import { document } from './document.ts'
import { type Html, html } from './html.ts'
import { linked } from './linked.ts'
import type { Parts } from './parts.ts'
import { sentence } from './sentence.ts'
import type { Texts } from './texts.ts'

/** A kind page for what did not work: what happened, what to do now, whom to call. */
export function troublePage(found: Problem, request: FastifyRequest, gate: Parts): Html {
  if (OF_STAFF.test(request.url)) {
    const { say } = gate.texts.console
    return document({
      title: say('trouble.title'),
      bundle: gate.assets.console,
      body: bodyOf(found, gate.texts.console),
    })
  }
  const texts = pageTexts(request, gate)
  return document({
    title: texts.say('trouble.title'),
    bundle: gate.assets.chat,
    look: sizeOf(request),
    language: languageOf(request, gate),
    body: bodyOf(found, texts),
  })
}

/** Screens of those who work here; all others are residents'. */
const OF_STAFF = /^\/(?:console|studio)\b/

const bodyOf = (found: Problem, texts: Texts): Html => html`<main class="trouble">
<h1>${texts.say('trouble.title')}</h1>
<p>${sentence(found, texts)}</p>
<p>${linked(texts.say('trouble.next'))}</p>
<p><a class="button" href="${texts.say('trouble.back_to')}">${texts.say('trouble.back')}</a></p>
<p class="small">${found.code}</p>
</main>`
