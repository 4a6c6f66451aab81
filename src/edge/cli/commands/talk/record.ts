import { stringify } from 'yaml'
import { whatWaits } from '../../../../core/dialog/rehearse/play-talk.ts'
import { memoryIn, type Session } from '../../../../core/dialog/rehearse/session.ts'
import { SECOND } from '../../../../core/time.ts'
import type { TalkOptions } from '../talk.ts'

/** The talk as a stored talk: what was written, what waited after it, how it stood at the end. */
export function recordOf(past: readonly Session[], options: TalkOptions): string {
  const [first] = past
  const last = past.at(-1)
  if (!first || !last) return ''
  const memory = memoryIn(last)
  const talk = {
    name: options.as ?? 'recorded',
    at: `${new Date(first.now).toISOString().slice(0, 19)}Z`,
    channel: options.channel,
    opened: true,
    ...(options.preset ? { preset: options.preset.slice(0, 9) } : {}),
    talk: past.slice(1).flatMap((session, at) => linesOf(past[at] as Session, session)),
    ends: memory?.parked ? 'parked' : (memory?.outcome ?? 'open'),
  }
  return stringify([talk])
}

function linesOf(before: Session, after: Session): readonly object[] {
  const waits = { bot: whatWaits(after) }
  const mine = after.lines.slice(before.lines.length).find(({ from }) => from === 'resident')
  if (mine) return [{ me: mine.text }, waits]
  return [{ wait: `${Math.round((after.now - before.now) / SECOND)}s` }, waits]
}
