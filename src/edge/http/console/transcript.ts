import { clockTime } from '../../../core/contract/clock-time.ts'
import type { Message } from '../../../core/contract/message.ts'
import { type Html, html } from '../html.ts'
import type { Texts } from '../texts.ts'

/** What was said, oldest first, with who said it. */
export function transcript(messages: readonly Message[], { say }: Texts): Html {
  if (messages.length === 0) return html`<p>${say('case.no_transcript')}</p>`
  const lines = messages.map(
    ({ from, by, at, text }) => html`<li class="${from}">
<span class="who">${by ?? say(`who.${from}`)} <time datetime="${at}">${clockTime(at)}</time></span>
<p>${text}</p></li>
`,
  )
  return html`<ol class="talk" tabindex="0" aria-labelledby="talk">${lines}</ol>`
}
