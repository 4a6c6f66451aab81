import { segments } from '../../core/contract/segments.ts'
import { type Html, html } from './html.ts'

const CALL = html` class="call"`

/** A text of the house in which telephone numbers can be tapped. */
export function linked(text: string): readonly Html[] {
  return segments(text).map((part) =>
    part.kind === 'phone'
      ? html`<a${part.help && CALL} href="${part.href}">${part.text}</a>`
      : html`${part.text}`,
  )
}
