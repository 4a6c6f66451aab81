import type { Begin, Move } from './moves.ts'
import { endOf, whatWaits } from './play-talk.ts'
import { memoryIn, type Session } from './session.ts'
import type { Expectation, StoredTalk, TalkLine } from './stored-talk.ts'

/** A talk as it was played: what came in, which question waited after it, and how it stood at the end. */
export function recordTalk(
  name: string,
  { at, channel, preset, opened, flow, file }: Begin,
  moves: readonly Move[],
  sessions: readonly Session[],
): StoredTalk {
  const last = sessions.at(-1)
  const expect = last ? standing(last) : {}
  return {
    ...{ name, at, channel },
    ...(preset ? { preset: preset.slice(0, 9) } : {}),
    ...(opened ? { opened } : {}),
    ...(flow ? { flow } : {}),
    ...(file ? { file } : {}),
    talk: moves.flatMap((made, n) => [made, ...whatFollows(sessions[n], sessions[n + 1])]),
    ...(last ? { ends: endOf(last) } : {}),
    ...(Object.keys(expect).length > 0 ? { expect } : {}),
  }
}

/** The question that waits, or that the bot keeps silent: what stays true when a sentence is put another way. */
function whatFollows(before: Session | undefined, after: Session | undefined): readonly TalkLine[] {
  if (!before || !after) return []
  const said = after.lines.slice(before.lines.length).some(({ from }) => from !== 'resident')
  return said ? [{ bot: whatWaits(after) }] : [{ silent: true }]
}

function standing(session: Session): Expectation {
  const { file } = session
  const urgency = memoryIn(session)?.urgency ?? 'normal'
  return {
    ...(urgency === 'normal' ? {} : { urgency }),
    ...(file
      ? {
          case: {
            status: file.status,
            ...(file.assessment?.grade ? { grade: file.assessment.grade } : {}),
            queue: file.route.queue,
            ...(file.crisis ? { crisis: file.crisis.type } : {}),
            ...(file.wantsPerson ? { wants_person: true } : {}),
          },
        }
      : {}),
  }
}
