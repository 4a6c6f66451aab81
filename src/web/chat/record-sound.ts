import { RECORDING_LENGTH } from '../../core/contract/limits.ts'

/** Kinds of recording, the best first: Android and computers, then iPhones. */
const TYPES = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4']

/** Speech is clear at 32 kbit/s: a minute is 240 kB. */
const BITS = 32_000

export type Recording = {
  readonly stop: () => void
  /** Resolves when it was stopped, by hand or after the longest time. */
  readonly sound: Promise<Blob>
}

/** Records until it is stopped, and then gives the microphone back. */
export function recordSound(microphone: MediaStream): Recording {
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each))
  const options = { audioBitsPerSecond: BITS, ...(type ? { mimeType: type } : {}) }
  const recorder = new MediaRecorder(microphone, options)
  const pieces: Blob[] = []
  // Pressed twice by a shaking hand: the second press finds it stopped.
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const limit = setTimeout(stop, RECORDING_LENGTH)
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  const sound = new Promise<Blob>((done) => {
    recorder.addEventListener('stop', () => {
      clearTimeout(limit)
      for (const track of microphone.getTracks()) track.stop()
      done(new Blob(pieces, { type: recorder.mimeType }))
    })
  })
  recorder.start()
  return { stop, sound }
}
