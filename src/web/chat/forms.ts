import type { Parcel, Words } from './words.ts'

/** Takes over every form that says something, old answers and quick words included. */
export function listenToForms(send: (words: Words, shown: string) => void, nothing: () => void) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('say' in form.dataset)) return
    // Safari before 15.4 does not tell which button was pressed: the form goes the plain way.
    if (!('submitter' in event)) return
    event.preventDefault()
    const said = spoken(form, (event as SubmitEvent).submitter)
    if (said) send(said.words, said.shown)
    else nothing()
  })
  const field = document.getElementById('text')
  if (field instanceof HTMLTextAreaElement) sendOnEnter(field)
  return {
    /** A text that could not be taken comes back into the field: nothing typed is lost. */
    giveBack: ({ words }: Parcel) => {
      if (!(field instanceof HTMLTextAreaElement) || !('text' in words)) return
      write(field, [words.text, field.value].filter(Boolean).join('\n'))
    },
  }
}

type Spoken = { readonly words: Words; readonly shown: string }

function spoken(form: HTMLFormElement, button: HTMLElement | null): Spoken | null {
  if (button instanceof HTMLButtonElement && button.name === 'option') {
    return { words: { option: button.value }, shown: button.dataset.label ?? button.value }
  }
  if (button instanceof HTMLButtonElement && button.name === 'text') return plain(button.value)
  const picked = [...form.querySelectorAll<HTMLInputElement>('input:checked')]
  if (picked.length > 0) return plain(picked.map(({ value }) => value).join(' '))
  const field = form.querySelector('textarea')
  const text = field?.value.trim()
  if (!field || !text) return null
  write(field, '')
  return plain(text)
}

/** Told to whoever keeps the draft. */
function write(field: HTMLTextAreaElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('change'))
}

const plain = (text: string): Spoken => ({ words: { text }, shown: text })

/** What Safari calls the Enter that ends a composition; by then it says that nobody composes. */
const COMPOSING = 229

/** Enter sends, Shift+Enter makes a line; while an input method composes, Enter is its own. */
function sendOnEnter(field: HTMLTextAreaElement): void {
  field.addEventListener('keydown', (event) => {
    const composing = event.isComposing || event.keyCode === COMPOSING
    if (event.key !== 'Enter' || event.shiftKey || composing) return
    event.preventDefault()
    field.form?.querySelector<HTMLButtonElement>('button.send')?.click()
  })
}
