import type { Phone } from './phone.ts'
import { isStill, pause } from './still.ts'

/** Three times as fast as a person: one types about five signs a second with an input method, or speaks them. */
const A_SIGN = 60
const A_LINE_MOST = 1_300

/** One reads about eight signs a second; known questions are skimmed. */
const READ_A_SIGN = 18
const READ_LEAST = 600
const READ_MOST = 1_600

export type Ending = 'told' | 'stopped' | 'stuck'

/** Types line after line into the phone, waits for each answer and leaves time to read it. */
export async function tellStory(
  lines: readonly string[],
  phone: Phone,
  signal: AbortSignal,
): Promise<Ending> {
  for (const line of lines) {
    await pause(clamp(phone.unread() * READ_A_SIGN, READ_LEAST, READ_MOST), signal)
    await type(line, phone, signal)
    if (signal.aborted) return 'stopped'
    if (!(await phone.send(signal))) return signal.aborted ? 'stopped' : 'stuck'
  }
  return 'told'
}

async function type(line: string, phone: Phone, signal: AbortSignal): Promise<void> {
  const signs = [...line]
  const time = Math.min(signs.length * A_SIGN, A_LINE_MOST)
  if (isStill()) {
    phone.write(line)
    await pause(time, signal)
  }
  for (let at = 1; at <= signs.length && !isStill() && !signal.aborted; at++) {
    phone.write(signs.slice(0, at).join(''))
    await pause(time / signs.length, signal)
  }
  // Whoever takes over begins with an empty field.
  if (signal.aborted) phone.write('')
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
