import type { Outgoing } from '../../events/outgoing.ts'
import type { Instant } from '../../time.ts'
import type { Memory } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'
import { fill } from './fill.ts'

/** A system phrase by its key, or the flow's own text when it is no key. */
export function phrase(
  setting: Setting,
  keyOrText: string,
  memory: Memory,
  now: Instant,
  urgency: Outgoing['urgency'] = 'receipt',
): Outgoing | null {
  const text = fill(setting.house.phrases[keyOrText] ?? keyOrText, setting, memory, now).trim()
  return text ? { from: 'bot', text, urgency } : null
}
