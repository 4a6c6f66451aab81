import { clockTime } from '../../core/contract/clock-time.ts'
import type { Message } from '../../core/contract/message.ts'
import { segments } from '../../core/contract/segments.ts'
import { withoutOptions } from '../../core/contract/without-options.ts'
import { element } from './element.ts'
import { mediaOf } from './media.ts'
import type { Say } from './say.ts'

/** The list of what was said. The server wrote the history; here the new is added, each once. */
export function createLog(say: Say) {
  const area = document.getElementById('log')
  const list = area?.querySelector('ol')
  const unsent: HTMLElement[] = []
  const has = (seq: number) => list?.querySelector(`[data-seq="${seq}"]`) != null

  /** The bubble that already shows what this message says: only the words of this very tab. */
  const shownBefore = ({ from, text }: Message): HTMLElement | undefined => {
    if (from !== 'resident') return undefined
    const at = unsent.findIndex((own) => own.dataset.said === text)
    return at < 0 ? undefined : unsent.splice(at, 1)[0]
  }

  return {
    /** True when it is new here. */
    add: (message: Message): boolean => {
      if (has(message.seq)) return false
      const own = shownBefore(message)
      if (own) own.dataset.seq = String(message.seq)
      else list?.insertBefore(bubble(message, say), placeFor(message.seq, list))
      return true
    },
    /** What the resident just sent, shown before the server has it. */
    mine: (text: string): void => {
      const own = element('li', { class: 'resident', 'data-said': text }, [
        element('span', { class: 'who' }, [say('who.resident')]),
        element('p', {}, [text]),
      ])
      unsent.push(own)
      list?.append(own)
      own.scrollIntoView({ block: 'start' })
    },
    /** Shows the newest turn from its beginning: what was said, and what is asked now. */
    showNewest: (): void => {
      const own = list?.querySelectorAll('li.resident')
      own?.[own.length - 1]?.scrollIntoView({ block: 'start' })
    },
    /** Keeps the buttons of a question with it, folded away: a tap later corrects the answer. */
    keep: (form: HTMLElement | null): void => {
      if (!form) return
      const asked = list?.querySelector(`[data-seq="${form.dataset.question}"]`)
      const summary = element('summary', {}, [say('answers.change')])
      asked?.append(element('details', {}, [summary, form]))
    },
    /** One that was refused. */
    takeBack: (text: string): void => {
      const at = unsent.findIndex((own) => own.dataset.said === text)
      if (at >= 0) unsent.splice(at, 1)[0]?.remove()
    },
    /** Something is on its way: what was asked is as good as answered. */
    isWaiting: (): boolean => unsent.length > 0,
    /** Set late, so that screen readers speak what is new and not the whole history. */
    announce: (): void => {
      area?.setAttribute('role', 'log')
      area?.setAttribute('aria-live', 'polite')
    },
  }
}

function placeFor(seq: number, list: Element): Element | null {
  return [...list.children].find((li) => Number((li as HTMLElement).dataset.seq) > seq) ?? null
}

function bubble(message: Message, say: Say): HTMLElement {
  const { seq, from, by, at } = message
  return element('li', { class: from, 'data-seq': String(seq) }, [
    element('span', { class: 'who' }, [
      by ?? say(`who.${from}`),
      element('time', { datetime: at }, [clockTime(at)]),
    ]),
    element('p', {}, wordsOf(message, say)),
  ])
}

function wordsOf(message: Message, say: Say): readonly (Node | string)[] {
  const files = message.media ? mediaOf(message.media, say) : []
  if (message.from === 'resident') return message.media ? files : [message.text]
  return [...linked(message), ...files.flatMap((file) => [element('br', {}), file])]
}

const CALL = { class: 'call' }

/** The same as the server writes: mobiles that the bot says are examples, or the reader's own. */
const linked = (message: Message) =>
  segments(withoutOptions(message)).map((part) => {
    if (part.kind === 'request') return element('span', { class: 'whole' }, [part.text])
    if (part.kind === 'text' || (part.own && message.from !== 'adviser')) return part.text
    return element('a', { href: part.href, ...(part.help ? CALL : {}) }, [part.text])
  })
