import { clockTime } from '../../../core/contract/clock-time.ts'
import type { Message } from '../../../core/contract/message.ts'
import { openQuestion } from '../../../core/contract/open-question.ts'
import { withoutOptions } from '../../../core/contract/without-options.ts'
import { type Fragment, type Html, html } from '../html.ts'
import { linked } from '../linked.ts'
import type { Texts } from '../texts.ts'
import { choices } from './answers.ts'
import { mediaOf } from './media.ts'
import type { ChatView } from './view.ts'

/** `now` marks where the newest turn begins: without JavaScript the page comes back there. */
export function bubbles(view: ChatView, texts: Texts): readonly Html[] {
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
  const change = old && message.options?.length
  return html`<li class="${from}" data-seq="${message.seq}" ${now && html`id="now"`}>
<span class="who">${by ?? say(`who.${from}`)}<time datetime="${at}">${clockTime(at)}</time></span>
<p>${wordsOf(message, texts)}</p>
${!!change && html`<details><summary>${say('answers.change')}</summary>${choices(message, view.id)}</details>`}
</li>
`
}

function wordsOf(message: Message, texts: Texts): Fragment {
  const files = message.media ? mediaOf(message.media, texts, (id) => `/api/chat/files/${id}`) : []
  if (message.from === 'resident') return message.media ? files : message.text
  return html`${linked(withoutOptions(message), message.from === 'adviser')}${files.map((file) => html`<br>${file}`)}`
}
