import { tellOthersToForget } from './in-step.ts'
import { forgetMail } from './kept-mail.ts'

const STORE = 'hearth-draft'

/**
 * On a phone that others use too, forgetting takes what was typed and what was not sent yet as well,
 * in every tab. (`Clear-Site-Data` does the same where the browser knows it.)
 */
export function forgetOnDemand(field: HTMLTextAreaElement): void {
  document.getElementById('forget')?.addEventListener('submit', () => {
    forgetHere(field)
    tellOthersToForget()
  })
}

export function forgetHere(field: HTMLTextAreaElement): void {
  field.value = ''
  sessionStorage.clear()
  forgetMail()
}

/** What is being typed survives a reload, a call, and a phone that closes the page. This tab only. */
export function keepDraft(field: HTMLTextAreaElement): void {
  try {
    if (field.value === '') field.value = sessionStorage.getItem(STORE) ?? ''
    const keep = () => sessionStorage.setItem(STORE, field.value)
    for (const event of ['input', 'change']) field.addEventListener(event, keep)
    addEventListener('pagehide', keep)
  } catch {
    // No storage: the browser's own memory of forms has to do.
  }
}
