import type { Message } from '../../../core/contract/message.ts'
import { type Html, html } from '../html.ts'
import type { Texts } from '../texts.ts'

/** Pictures, recordings and papers of a message; `from` is where files of this reader lie. */
export function mediaOf(
  { kind, files }: NonNullable<Message['media']>,
  { say }: Texts,
  from: (id: string) => string,
): readonly Html[] {
  return files.map((id, at) => {
    const name = say(`media.${kind}`, { n: at + 1 })
    if (kind === 'audio') {
      return html`<audio controls preload="none" src="${from(id)}" aria-label="${name}"></audio>`
    }
    if (kind === 'image') {
      return html`<a href="${from(id)}"><img src="${from(id)}" alt="${name}" loading="lazy"></a>`
    }
    return html`<a href="${from(id)}">${name}</a>`
  })
}
