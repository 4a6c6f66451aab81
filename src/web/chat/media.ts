import type { Message } from '../../core/contract/message.ts'
import { element } from './element.ts'
import type { Say } from './say.ts'

/** Pictures, recordings and papers of a message, the same as the server writes. */
export function mediaOf({ kind, files }: NonNullable<Message['media']>, say: Say): HTMLElement[] {
  return files.map((id, at) => {
    const href = `/api/chat/files/${id}`
    const name = say(`media.${kind}`, { n: String(at + 1) })
    if (kind === 'audio')
      return element('audio', { controls: '', preload: 'none', src: href, 'aria-label': name })
    if (kind === 'image') return element('a', { href }, [element('img', { src: href, alt: name })])
    return element('a', { href }, [name])
  })
}
