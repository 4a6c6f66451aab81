import { element } from './element.ts'
import type { Say } from './say.ts'

/** The talk is not this browser's any more: what to do is said, with one large button, once. */
export function createLost(say: Say, tell: (text: string) => void): () => void {
  const button = element('a', { class: 'button', href: '/' }, [say('state.reopen')])
  return () => {
    tell(say('state.lost'))
    document.getElementById('state')?.after(button)
  }
}
