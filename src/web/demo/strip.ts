import { say } from './texts.ts'

type Act = { readonly label: string; readonly run: () => void; readonly main?: boolean }

/** The line under the story buttons: what happens now, and what may be pressed. */
export function createStrip() {
  const told = document.getElementById('told')
  const acts = document.getElementById('acts')
  const hints = document.getElementById('hints')
  return {
    tell: (key: string, values: Readonly<Record<string, string>> = {}) => {
      const text = say(`told.${key}`, values)
      if (told && told.textContent !== text) told.textContent = text
    },
    offer: (offered: readonly Act[]) => {
      const had = acts?.contains(document.activeElement)
      acts?.replaceChildren(...offered.map(button))
      if (had) acts?.querySelector('button')?.focus()
    },
    /** What to try next, until it is put away. */
    hint: () => {
      if (!hints || hints.dataset.seen) return
      hints.dataset.seen = 'yes'
      const close = button({ label: say('hints.close'), run: () => (hints.hidden = true) })
      const list = element('ul', '', ...HINTS.map((key) => element('li', say(`hints.${key}`))))
      hints.replaceChildren(element('b', say('hints.title')), list, close)
      hints.hidden = false
    },
  }
}

const HINTS = ['why', 'answer', 'urgent'] as const

function button({ label, run, main }: Act): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.className = main ? 'main' : ''
  made.addEventListener('click', run)
  return made
}

function element(name: string, text: string, ...children: readonly Node[]): HTMLElement {
  const made = document.createElement(name)
  made.append(text, ...children)
  return made
}
