import { createSignal } from '../../shared/signal.ts'

const PLACE = 'hearth-single-keys'

/** Single keys can be switched off (WCAG 2.1.4); the choice stays on this computer. */
export const singleKeys = createSignal(read())

export function setSingleKeys(on: boolean): void {
  singleKeys.set(on)
  try {
    localStorage.setItem(PLACE, on ? 'on' : 'off')
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off'
  } catch {
    return true
  }
}
