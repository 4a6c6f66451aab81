import { clockTime } from '../../../core/contract/clock-time.ts'
import type { Message } from '../../../core/contract/message.ts'
import { openQuestion } from '../../../core/contract/open-question.ts'
import { withoutOptions } from '../../../core/contract/without-options.ts'
import { document } from '../document.ts'
import { type Fragment, type Html, html } from '../html.ts'
import { linked } from '../linked.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { answers, choices } from './answers.ts'
import type { ChatView, Size } from './view.ts'
import { SIZES } from './view.ts'

/** The resident's page. Everything on it works without JavaScript. */
export function chatPageOf(view: ChatView, gate: Gate): Html {
  const { say } = gate.texts.page
  return document({
    title: say('title'),
    bundle: gate.assets.chat,
    look: view.size,
    body: html`<a class="skip" href="#text">${say('skip')}</a>
${heading(view.size, gate.texts.page)}
<main id="chat" data-after="${view.messages.at(-1)?.seq ?? 0}" data-texts="${forScript(gate.texts.page)}">
<p class="machine">${say('machine')}</p>
<div id="log" aria-label="${say('log')}"><ol>
${bubbles(view, gate.texts.page)}
</ol></div>
<div id="answers">${answers(view, gate.texts.page)}</div>
${quickWords(view, gate.texts.page)}
${composer(view, gate.texts.page)}
</main>
<footer><form method="post" action="/chat/forget"><button class="plain">${say('forget.label')}</button>
<p class="small">${say('forget.hint')}</p></form></footer>`,
  })
}

function heading(size: Size, { say }: Texts): Html {
  const sizes = SIZES.map(
    (each) =>
      html`<a href="/?size=${each}" data-size="${each}" ${each === size && html`aria-current="true"`}>${say(`size.${each}`)}</a>`,
  )
  return html`<header>
<h1>${say('name')}</h1>
<nav aria-label="${say('size.label')}">${sizes}</nav>
<a class="leave" id="leave" href="${say('leave.to')}" rel="noreferrer">${say('leave.label')}</a>
</header>`
}

/** `now` marks where the newest turn begins: without JavaScript the page comes back there. */
function bubbles(view: ChatView, texts: Texts): readonly Html[] {
  const open = openQuestion(view.messages)
  const now = view.messages.findLastIndex(({ from }) => from === 'resident')
  return view.messages.map((message, at) => {
    const old = at !== open && !message.several
    return bubble({ message, old, now: at === now }, view, texts)
  })
}

type Placed = { readonly message: Message; readonly old: boolean; readonly now: boolean }

function bubble({ message, old, now }: Placed, view: ChatView, texts: Texts): Html {
  const { say } = texts
  const { from, by, at } = message
  const words: Fragment = from === 'resident' ? message.text : linked(withoutOptions(message))
  const change = old && message.options?.length
  return html`<li class="${from}" data-seq="${message.seq}" ${now && html`id="now"`}>
<span class="who">${by ?? say(`who.${from}`)}<time datetime="${at}">${clockTime(at)}</time></span>
<p>${words}</p>
${!!change && html`<details><summary>${say('answers.change')}</summary>${choices(message, view.id)}</details>`}
</li>
`
}

const QUICK = ['why', 'unsure', 'back', 'person'] as const

function quickWords(view: ChatView, { say }: Texts): Html {
  const buttons = QUICK.map(
    (word) =>
      html`<button name="text" value="${say(`quick.words.${word}`)}">${say(`quick.${word}`)}</button>`,
  )
  return html`<form class="quick" method="post" action="/chat" data-say aria-label="${say('quick.label')}">
<input type="hidden" name="id" value="${view.id()}">${buttons}</form>`
}

function composer(view: ChatView, { say }: Texts): Html {
  const { draft } = view
  return html`<form class="composer" method="post" action="/chat" data-say>
${draft !== undefined && html`<p class="note" role="alert">${say('too_long')}</p>`}
<label for="text">${say('say.label')}</label>
<p class="small" id="hint">${say('say.hint')}</p>
<input type="hidden" name="id" value="${view.id()}">
<div class="line"><textarea id="text" name="text" rows="2" aria-describedby="hint" autocomplete="off">${draft ?? ''}</textarea>
<button class="send">${say('say.send')}</button></div>
<p class="small" id="state" role="status"></p>
</form>`
}

/** The texts that the script needs, in one attribute. */
function forScript({ say }: Texts): string {
  const keys = ['who.bot', 'who.resident', 'who.adviser', 'who.system', 'answers.label']
  const more = [
    'answers.several',
    'answers.done',
    'answers.change',
    'state.sending',
    'state.retrying',
  ]
  return JSON.stringify(Object.fromEntries([...keys, ...more].map((key) => [key, say(key)])))
}
