import { element } from './element.ts'
import { recordSound } from './record-sound.ts'
import type { Say } from './say.ts'

type Tell = (text: string) => void
type Send = (recording: Blob) => void

/**
 * A button to speak instead of typing: once to begin, once to send. Pressing and holding is hard for
 * shaking hands, so nothing is held. Not there where the browser cannot record.
 */
export function offerRecording(say: Say, tell: Tell, send: Send): void {
  const place = document.getElementById('tools')
  if (!place || !('MediaRecorder' in window) || !navigator.mediaDevices) return
  const start = document.createElement('button')
  start.type = 'button'
  start.textContent = say('voice.start')
  start.addEventListener('click', async () => {
    start.disabled = true
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null)
    start.disabled = false
    if (!microphone) return tell(say('voice.denied'))
    tell(say('voice.going'))
    const recording = await listen(microphone, say, start)
    tell('')
    start.focus()
    if (recording) send(recording)
  })
  place.prepend(start)
}

/** Two buttons in place of the one, while it records; null when it is not to be sent. */
async function listen(microphone: MediaStream, say: Say, start: HTMLElement): Promise<Blob | null> {
  const { stop, sound } = recordSound(microphone)
  let wanted = true
  const done = element('button', { type: 'button', class: 'send' }, [say('voice.done')])
  const drop = element('button', { type: 'button' }, [say('voice.drop')])
  const time = element('p', { class: 'small', 'aria-hidden': 'true' })
  done.addEventListener('click', stop)
  drop.addEventListener('click', () => {
    wanted = false
    stop()
  })
  const box = element('div', { class: 'recording' }, [time, done, drop])
  start.replaceWith(box)
  done.focus()
  const ended = countSeconds(time, say)
  const recording = await sound
  ended()
  box.replaceWith(start)
  return wanted ? recording : null
}

/** Shows how long it has been; the returned function ends it. */
function countSeconds(place: HTMLElement, say: Say): () => void {
  const began = Date.now()
  const clock = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1_000)
    place.textContent = say('voice.time', { seconds: String(seconds) })
  }, 1_000)
  return () => clearInterval(clock)
}
