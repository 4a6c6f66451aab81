import { type Segment, segments } from '../../core/contract/segments.ts'
import { type Html, html } from './html.ts'

const CALL = html` class="call"`

/**
 * A text of the house in which telephone numbers can be tapped; mobiles only where a person wrote it: those
 * that the bot says are examples, or the reader's own.
 */
export const linked = (text: string, byPerson = false): readonly Html[] =>
  segments(text).map((part) => shown(part, byPerson))

function shown(part: Segment, byPerson: boolean): Html {
  if (part.kind === 'request') return html`<span class="whole">${part.text}</span>`
  if (part.kind === 'text' || (part.own && !byPerson)) return html`${part.text}`
  return html`<a${part.help && CALL} href="${part.href}">${part.text}</a>`
}
