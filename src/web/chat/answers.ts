import type { Message } from '../../core/contract/message.ts'
import { isNumbered } from '../../core/contract/without-options.ts'
import { element } from './element.ts'

/** The large buttons under the log, the same as the server writes. */
export function createAnswers(say: (key: string) => string) {
  const place = document.getElementById('answers')
  const hide = () => place?.replaceChildren()
  return {
    /** Clears the place; the buttons are handed back, because an answer may be corrected later. */
    take: (): HTMLElement | null => {
      const form = place?.querySelector<HTMLElement>('form') ?? null
      hide()
      return form?.querySelector('button[name=option]') ? form : null
    },
    show: (question: Message | undefined) => {
      if (!question) return hide()
      const focused = place?.contains(document.activeElement)
      const form = question.several ? boxes(question, say) : buttons(question)
      const group = { role: 'group', 'aria-label': say('answers.label'), tabindex: '-1' }
      const made = element('div', group, [form])
      place?.replaceChildren(made)
      if (focused) made.focus()
    },
  }
}

const FORM = { class: 'options', method: 'post', action: '/chat', 'data-say': '' }

function buttons(question: Message): HTMLElement {
  const { seq, options = [] } = question
  const numbers = isNumbered(question)
  const all = options.map(({ id, label }, at) =>
    element('button', { name: 'option', value: id, 'data-label': label }, [
      ...(numbers ? [element('b', {}, [String(at + 1)]), ' '] : []),
      label,
    ]),
  )
  return element('form', { ...FORM, 'data-question': String(seq) }, all)
}

function boxes({ options = [] }: Message, say: (key: string) => string): HTMLElement {
  const all = options.map(({ label }, at) =>
    element('label', {}, [
      element('input', { type: 'checkbox', name: 'pick', value: String(at + 1) }),
      element('b', {}, [` ${at + 1}`]),
      ` ${label}`,
    ]),
  )
  return element('form', FORM, [
    element('p', {}, [say('answers.several')]),
    ...all,
    element('button', { class: 'send' }, [say('answers.done')]),
  ])
}
