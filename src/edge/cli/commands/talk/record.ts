import { stringify } from 'yaml'
import { type Move, waitFor } from '../../../../core/dialog/rehearse/moves.ts'
import { recordTalk } from '../../../../core/dialog/rehearse/record-talk.ts'
import type { Session } from '../../../../core/dialog/rehearse/session.ts'
import type { TalkOptions } from '../talk.ts'

/** The talk as a stored talk: what was written, what waited after it, how it stood at the end. */
export function recordOf(past: readonly Session[], options: TalkOptions): string {
  const [first] = past
  if (!first) return ''
  const { as, channel, preset, flow } = options
  const how = {
    at: `${new Date(first.now).toISOString().slice(0, 19)}Z`,
    channel,
    opened: true,
    ...(preset ? { preset } : {}),
    ...(flow ? { flow } : {}),
  }
  const moves = past.slice(1).map((session, at) => moveTo(past[at] as Session, session))
  return stringify([recordTalk(as ?? 'recorded', how, moves, past)])
}

function moveTo(before: Session, after: Session): Move {
  const mine = after.lines.slice(before.lines.length).find(({ from }) => from === 'resident')
  return mine ? { me: mine.text } : waitFor(after.now - before.now)
}
