import type { Staff } from '../../../core/people/role.ts'
import { chatTopic } from '../live.ts'
import type { Gate } from '../parts.ts'

/**
 * Listens to the conversations of all cases that a person has, so that nobody writes to an adviser
 * who looks at another page and is not heard. `refresh` after a case was taken or passed on.
 */
export function ownTalks(gate: Gate, staff: Staff, changed: (number: string) => void) {
  const heard = new Map<string, () => void>()
  let state: 'idle' | 'asking' | 'again' | 'stopped' = 'idle'

  const ask = async () => {
    const talks = await gate.desk.listTalks(staff)
    if (state === 'stopped') return
    const now = new Set(talks.map(({ number }) => number))
    for (const [number, stop] of heard) {
      if (now.has(number)) continue
      stop()
      heard.delete(number)
    }
    for (const { number, conversation } of talks) {
      if (heard.has(number)) continue
      heard.set(
        number,
        gate.live.listen(chatTopic(conversation), () => changed(number)),
      )
    }
  }
  const refresh = (): void => {
    if (state !== 'idle') {
      if (state === 'asking') state = 'again'
      return
    }
    state = 'asking'
    // What cannot be asked now is asked with the next ring; nothing is lost, pages also poll.
    ask()
      .catch(() => {})
      .finally(() => {
        const more = state === 'again'
        if (state !== 'stopped') state = 'idle'
        if (more) refresh()
      })
  }
  const stop = (): void => {
    state = 'stopped'
    for (const each of heard.values()) each()
    heard.clear()
  }
  return { refresh, stop }
}
