import type { Message } from '../../../core/contract/message.ts'
import { openQuestion } from '../../../core/contract/open-question.ts'
import { isNumbered } from '../../../core/contract/without-options.ts'
import { type Html, html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ChatView } from './view.ts'

/** The options of the open question as large buttons, or as boxes when several may be chosen. */
export function answers(view: ChatView, texts: Texts): Html | false {
  const question = view.messages[openQuestion(view.messages)]
  if (!question) return false
  const { say } = texts
  const body = question.several ? boxes(question, view.id, texts) : choices(question, view.id)
  return html`<div role="group" aria-label="${say('answers.label')}">${body}</div>`
}

/** One form; each option is a button that sends it. */
export function choices(question: Message, id: () => string): Html {
  const { seq, options = [] } = question
  const numbers = isNumbered(question)
  const buttons = options.map(
    (option, at) =>
      html`<button name="option" value="${option.id}" data-label="${option.label}">${numbers && html`<b>${at + 1}</b> `}${option.label}</button>`,
  )
  return html`<form class="options" method="post" action="/chat#note" data-say data-question="${seq}">
<input type="hidden" name="id" value="${id()}">${buttons}</form>`
}

/** The chosen numbers are sent as a text, `1 3`, as they would be typed. */
function boxes({ options = [] }: Message, id: () => string, { say }: Texts): Html {
  const lines = options.map(
    (option, at) =>
      html`<label><input type="checkbox" name="pick" value="${at + 1}"> <b>${at + 1}</b> ${option.label}</label>`,
  )
  return html`<form class="options" method="post" action="/chat#note" data-say>
<p>${say('answers.several')}</p>
<input type="hidden" name="id" value="${id()}">${lines}
<button class="send">${say('answers.done')}</button></form>`
}
