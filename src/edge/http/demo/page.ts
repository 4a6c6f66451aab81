import { document } from '../document.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import type { Demo, Story } from './story.ts'

/** A strip with the stories on top; below it the phone at the left and the adviser's screen at the right. */
export function demoPageOf({ texts, stories }: Demo, gate: Gate): Html {
  const { say } = texts
  return document({
    title: say('title'),
    bundle: gate.assets.demo,
    body: html`<header>
<h1>${say('name')} <span class="sample">${say('sample')}</span></h1>
<p class="lead">${say('lead')}</p>
<form id="stories" method="post" action="/demo/phone" target="phone" aria-label="${say('stories')}">
${stories.map(button)}
<button name="story" value="0">${say('own')}</button>
</form>
<div class="line"><p id="told" role="status">${say('told.start')}</p><div id="acts"></div></div>
<div id="hints" hidden></div>
</header>
<div class="sides">${side('phone', texts)}${side('desk', texts)}</div>
<main data-side="phone">
<section aria-labelledby="of-phone"><h2 id="of-phone">${say('phone')}</h2>
<div class="frame"><iframe id="phone" name="phone" src="/" title="${say('phone')}"></iframe></div></section>
<section aria-labelledby="of-desk"><h2 id="of-desk">${say('desk')}</h2>
<div class="frame"><iframe id="desk" src="/console/queue" title="${say('desk')}"></iframe></div></section>
</main>`,
  })
}

const MARKS = ['①', '②', '③', '④', '⑤'] as const

/** The words in brackets are heard by everybody, but have no place on a phone. */
function button({ name, says }: Story, at: number): Html {
  const [who = name, rest = ''] = name.split(/(?=（)/)
  return html`<button name="story" value="${at + 1}" data-name="${name}" data-says="${JSON.stringify(says)}">${MARKS[at] ?? ''} ${who}<span>${rest}</span></button>
`
}

/** On a narrow screen one side is shown at a time. */
function side(which: 'phone' | 'desk', { say }: Texts): Html {
  return html`<button type="button" data-show="${which}" aria-pressed="${which === 'phone' ? 'true' : 'false'}">${say(which)}</button>`
}

/** The way from the resident's page to the demonstration. */
export const wayToDemo = ({ demo }: Gate): Html | false =>
  demo !== undefined &&
  html`<p class="small" id="demo"><a class="resume" href="/demo" target="_top">${demo.texts.say('way')}</a></p>`
