import type { Compiled } from '../compile.ts'
import { type Mapped, sliceMapped } from '../mapped.ts'

/** What a message says after 「您好，不好意思打扰了」; a greeting alone stays. */
export function withoutGreeting(heard: Mapped, { greeting }: Compiled): Mapped {
  const end = greeting.exec(heard.text)?.[0].length ?? 0
  return end < heard.text.length ? sliceMapped(heard, end, heard.text.length) : heard
}
