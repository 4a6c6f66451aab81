import { RECORDING_LENGTH } from '../../core/contract/limits.ts'
import { element } from './element.ts'
import type { Say } from './say.ts'

/** Kinds of recording, the best first: Android and computers, then iPhones. */
const TYPES = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4']

/** Speech is clear at 32 kbit/s: a minute is 240 kB. */
const BITS = 32_000

/**
 * A button to speak instead of typing: once to begin, once to send. Pressing and holding is hard for
 * shaking hands, so nothing is held. Not there where the browser cannot record.
 */
export function offerRecording(say: Say, tell: (text: string) => void, send: Send): void {
  const place = document.getElementById('tools')
  if (!place || !('MediaRecorder' in window) || !navigator.mediaDevices) return
  const start = element('button', { type: 'button' }, [say('voice.start')])
  start.addEventListener('click', async () => {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null)
    if (!sound) return tell(say('voice.denied'))
    record(sound, say, start, tell, send)
  })
  place.prepend(start)
}

type Send = (recording: Blob) => void

function record(
  sound: MediaStream,
  say: Say,
  start: HTMLElement,
  tell: (text: string) => void,
  send: Send,
): void {
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each))
  const options = { audioBitsPerSecond: BITS, ...(type ? { mimeType: type } : {}) }
  const recorder = new MediaRecorder(sound, options)
  const pieces: Blob[] = []
  let wanted = true

  const done = element('button', { type: 'button', class: 'send' }, [say('voice.done')])
  const drop = element('button', { type: 'button' }, [say('voice.drop')])
  const time = element('p', { class: 'small', 'aria-hidden': 'true' })
  const box = element('div', { class: 'recording' }, [time, done, drop])
  start.replaceWith(box)
  done.focus()
  tell(say('voice.going'))

  const began = Date.now()
  const clock = setInterval(() => {
    time.textContent = say('voice.time', {
      seconds: String(Math.round((Date.now() - began) / 1000)),
    })
  }, 1_000)
  const limit = setTimeout(() => recorder.stop(), RECORDING_LENGTH)

  done.addEventListener('click', () => recorder.stop())
  drop.addEventListener('click', () => {
    wanted = false
    recorder.stop()
  })
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.addEventListener('stop', () => {
    clearInterval(clock)
    clearTimeout(limit)
    for (const track of sound.getTracks()) track.stop()
    box.replaceWith(start)
    start.focus()
    tell('')
    if (wanted) send(new Blob(pieces, { type: recorder.mimeType }))
  })
  recorder.start()
}
