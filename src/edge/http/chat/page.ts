import { wayToDemo } from '../demo/page.ts'
import { document } from '../document.ts'
import { type Html, html } from '../html.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { answers } from './answers.ts'
import { bubbles } from './bubble.ts'
import { composer } from './composer.ts'
import { CHINESE } from './language.ts'
import type { ChatView, Size } from './view.ts'
import { SIZES } from './view.ts'

/** The resident's page. Everything on it works without JavaScript. */
export function chatPageOf(view: ChatView, gate: Gate, texts: Texts): Html {
  const { say } = texts
  return document({
    title: say('title'),
    bundle: gate.assets.chat,
    look: view.size,
    language: view.language,
    body: html`<a class="skip" href="#text">${say('skip')}</a>
${heading(view.size, texts)}
<main id="chat" data-talk="${view.talk}" data-after="${view.messages.at(-1)?.seq ?? 0}" data-texts="${forScript(texts)}">
${wayToDemo(gate)}
${languages(view, gate)}
<p class="machine">${say('machine')}</p>
<div id="log" aria-label="${say('log')}"><ol>
${bubbles(view, texts)}
</ol></div>
<div id="answers">${answers(view, texts)}</div>
${quickWords(view, texts)}
${composer(view, texts)}
<div id="notice"><p id="state" role="status"></p></div>
</main>
<footer><p><a class="resume" href="/resume">${say('resume.link')}</a></p>
<form method="post" action="/chat/forget" id="forget"><button class="plain">${say('forget.label')}</button>
<p class="small">${say('forget.hint')}</p></form></footer>`,
  })
}

/** The way out stays in sight however far the talk is scrolled: who is watched must not look for it. */
function heading(size: Size, { say }: Texts): Html {
  const sizes = SIZES.map(
    (each) =>
      html`<a href="/?size=${each}" data-size="${each}" ${each === size && html`aria-current="true"`}>${say(`size.${each}`)}</a>`,
  )
  return html`<nav class="sizes" aria-label="${say('size.label')}">${sizes}</nav>
<header>
<h1>${say('name')}</h1>
<a class="leave" id="leave" href="${say('leave.to')}" target="_top" rel="noreferrer">${say('leave.label')}</a>
</header>`
}

/** Other languages: at the top of the talk, so that the row that stays keeps its height. The own one is not said. */
function languages({ language = CHINESE }: ChatView, { texts }: Gate): Html | false {
  if (!texts.languages) return false
  const spoken = { [CHINESE]: { name: texts.page.say('language.own') }, ...texts.languages }
  const others = Object.entries(spoken).filter(([code]) => code !== language)
  const links = others.map(
    ([code, { name }]) =>
      html`<a href="/?lang=${code}" lang="${code}" hreflang="${code}">${name}</a>`,
  )
  return html`<nav aria-label="${texts.page.say('language.label')}">${links}</nav>`
}

const QUICK = ['why', 'unsure', 'back', 'person'] as const

function quickWords(view: ChatView, { say }: Texts): Html {
  const buttons = QUICK.map(
    (word) =>
      html`<button name="text" value="${say(`quick.words.${word}`)}">${say(`quick.${word}`)}</button>`,
  )
  return html`<form class="quick" method="post" action="/chat#note" data-say aria-label="${say('quick.label')}">
<input type="hidden" name="id" value="${view.id()}">${buttons}</form>`
}

/** The texts that the script needs, in one attribute. */
function forScript({ say }: Texts): string {
  return JSON.stringify(Object.fromEntries(SCRIPTED.map((key) => [key, say(key)])))
}

const SCRIPTED = [
  ...['who.bot', 'who.resident', 'who.adviser', 'who.system'],
  ...['answers.label', 'answers.several', 'answers.done', 'answers.change'],
  ...['state.sending', 'state.retrying', 'state.fresh', 'state.lost', 'state.reopen'],
  ...['state.nothing'],
  ...['files.sending', 'files.full', 'files.photos', 'files.recording'],
  ...['media.image', 'media.audio', 'media.video', 'media.file', 'media.sticker'],
  ...['voice.start', 'voice.done', 'voice.drop', 'voice.going', 'voice.time', 'voice.denied'],
  ...['aloud.start', 'aloud.stop'],
]
