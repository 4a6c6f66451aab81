import { clockTime } from '../../core/contract/clock-time.ts'
import type { Message } from '../../core/contract/message.ts'
import { openQuestion } from '../../core/contract/open-question.ts'
import { segments } from '../../core/contract/segments.ts'
import { withoutOptions } from '../../core/contract/without-options.ts'
import { element } from './element.ts'

type Say = (key: string) => string

/** The list of what was said. The server wrote the history; here the new is added, each once. */
export function createLog(say: Say) {
  const area = document.getElementById('log')
  const list = area?.querySelector('ol')
  const added: Message[] = []
  const unsent: HTMLElement[] = []
  const has = (seq: number) => list?.querySelector(`[data-seq="${seq}"]`) != null

  const add = (message: Message) => {
    if (has(message.seq)) return
    added.push(message)
    added.sort((a, b) => a.seq - b.seq)
    const own = message.from === 'resident' ? unsent.shift() : undefined
    if (own) own.dataset.seq = String(message.seq)
    else list?.insertBefore(bubble(message, say), placeFor(message.seq, list))
  }

  return {
    add: (messages: readonly Message[]) => {
      for (const message of messages) add(message)
      list?.querySelector('li.resident:last-of-type, #now')?.scrollIntoView({ block: 'start' })
    },
    /** What the resident just sent, shown before the server has it. */
    mine: (text: string) => {
      const own = element('li', { class: 'resident' }, [
        element('span', { class: 'who' }, [say('who.resident')]),
        element('p', {}, [text]),
      ])
      unsent.push(own)
      list?.append(own)
      own.scrollIntoView({ block: 'start' })
    },
    /** Keeps the buttons of a question with it, folded away: a tap later corrects the answer. */
    keep: (form: HTMLElement | null) => {
      if (!form) return
      const bubble = list?.querySelector(`[data-seq="${form.dataset.question}"]`)
      const summary = element('summary', {}, [say('answers.change')])
      bubble?.append(element('details', {}, [summary, form]))
    },
    /** The oldest unsent one was refused. */
    takeBack: () => unsent.shift()?.remove(),
    /** The question that is open among what was added since the page was loaded. */
    open: (): Message | undefined => (unsent.length > 0 ? undefined : added[openQuestion(added)]),
    /** Set late, so that screen readers speak what is new and not the whole history. */
    announce: () => {
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
    element('p', {}, from === 'resident' ? [message.text] : linked(withoutOptions(message))),
  ])
}

const linked = (text: string) =>
  segments(text).map((part) =>
    part.kind === 'phone' ? element('a', { href: `tel:${part.number}` }, [part.text]) : part.text,
  )
