import { segments } from '../../core/contract/segments.ts'
import { type Html, html } from './html.ts'

const CALL = html` class="call"`

/**
 * A text of the house in which telephone numbers can be tapped; mobiles only where a person wrote it: those
 * that the bot says are examples, or the reader's own.
 */
export function linked(text: string, byPerson = false): readonly Html[] {
  return segments(text).map((part) =>
    part.kind === 'phone' && (byPerson || !part.own)
      ? html`<a${part.help && CALL} href="${part.href}">${part.text}</a>`
      : html`${part.text}`,
  )
}
