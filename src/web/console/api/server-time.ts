import { createSignal } from '../../shared/signal.ts'

/** Milliseconds that the server's clock is ahead of this computer's: office clocks are often wrong. */
let ahead = 0

/** Sets our clock after the server's, from an answer that carries its time. */
export function followServer(now: string | number): void {
  const theirs = typeof now === 'number' ? now : Date.parse(now)
  if (Number.isFinite(theirs)) ahead = theirs - Date.now()
}

export const serverNow = (): number => Date.now() + ahead

/** The server's time, once a second. One timer for all clocks of the page. */
export const second = createSignal(serverNow())

setInterval(() => {
  if (!document.hidden) second.set(serverNow())
}, 1_000)

document.addEventListener('visibilitychange', () => second.set(serverNow()))
