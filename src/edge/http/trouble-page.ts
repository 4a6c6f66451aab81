import type { Problem } from '../../core/errors.ts'
import { document } from './document.ts'
import { type Html, html } from './html.ts'
import { linked } from './linked.ts'
import type { Parts } from './parts.ts'
import { sentence } from './sentence.ts'
import type { Texts } from './texts.ts'

/** A kind page for what did not work: what happened, what to do now, whom to call. */
export function troublePage(found: Problem, texts: Texts, gate: Parts): Html {
  const { say } = texts
  const bundle = texts === gate.texts.console ? gate.assets.console : gate.assets.chat
  return document({
    title: say('trouble.title'),
    bundle,
    body: html`<main class="trouble">
<h1>${say('trouble.title')}</h1>
<p>${sentence(found, texts)}</p>
<p>${linked(say('trouble.next'))}</p>
<p><a class="button" href="${say('trouble.back_to')}">${say('trouble.back')}</a></p>
<p class="small">${found.code}</p>
</main>`,
  })
}
