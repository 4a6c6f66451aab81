import { element } from './element.ts'
import type { Say } from './say.ts'

/** Slower than usual: numbers must be caught. */
const RATE = 0.9

/** A button that reads the newest words of the house aloud. Not there where the phone has no voice. */
export function offerReadingAloud(say: Say): void {
  const place = document.getElementById('tools')
  if (!place || !('speechSynthesis' in window)) return
  const button = element('button', { type: 'button' }, [say('aloud.start')])
  const rest = () => {
    button.textContent = say('aloud.start')
  }
  button.addEventListener('click', () => {
    const speaking = speechSynthesis.speaking
    speechSynthesis.cancel()
    if (speaking) return rest()
    const words = new SpeechSynthesisUtterance(newest())
    words.lang = document.documentElement.lang
    words.rate = RATE
    words.addEventListener('end', rest)
    words.addEventListener('error', rest)
    button.textContent = say('aloud.stop')
    speechSynthesis.speak(words)
  })
  addEventListener('pagehide', () => speechSynthesis.cancel())
  place.append(button)
}

/** What was said since the resident spoke last, and what can be answered. */
function newest(): string {
  const all = [...document.querySelectorAll('#log li')]
  let from = all.length
  while (from > 0 && !all[from - 1]?.matches('.resident')) from--
  const said = all.slice(from).map((li) => li.querySelector('p')?.textContent ?? '')
  const options = [...document.querySelectorAll('#answers button, #answers label')]
  return [...said, ...options.map((each) => each.textContent)].join('。')
}
