import type { House } from '../house.ts'
import { type Begin, begin, type Move, move } from './moves.ts'
import { whatWaits } from './play-talk.ts'
import type { Session } from './session.ts'
import { settingOf } from './walked.ts'

/** A move with the question that waited when it was made. */
export type PlacedMove = { readonly move: Move; readonly at: string }

export type Replayed = {
  /** At its beginning, and after each move that was made. */
  readonly sessions: readonly Session[]
  readonly made: readonly PlacedMove[]
  /** Moves that wait for their question: made as soon as it is asked. */
  readonly rest: readonly PlacedMove[]
  /** Moves whose question is gone. */
  readonly gone: readonly PlacedMove[]
}

/**
 * The talk again from its beginning, in a house that may have changed: answers are given where their question is
 * asked now. It stops at a question that nobody has answered yet, and leaves out what is no longer asked.
 */
export function replay(house: House, how: Begin, moves: readonly PlacedMove[]): Replayed {
  return goOn({ sessions: [begin(house, how)], made: [], rest: moves, gone: [] })
}

/** Makes the moves that wait, as far as their questions are asked. */
export function goOn(replayed: Replayed): Replayed {
  let { sessions, made, rest, gone } = replayed
  for (;;) {
    const session = sessions.at(-1) as Session
    const at = whatWaits(session)
    while (rest[0] && rest[0].at !== at && isGone(session, rest[0].at)) {
      gone = [...gone, rest[0]]
      rest = rest.slice(1)
    }
    const next = rest.findIndex((each) => each.at === at)
    const placed = rest[next]
    // What was made at no question belongs where it stood: after what came before it.
    if (!placed || (at === 'none' && next > 0)) return { sessions, made, rest, gone }
    sessions = [...sessions, move(session, placed.move)]
    made = [...made, placed]
    rest = rest.toSpliced(next, 1)
  }
}

function isGone(session: Session, at: string): boolean {
  const [step = ''] = at.split('.')
  const setting = settingOf(session)
  return at !== 'none' && setting !== null && !setting.questions[step]
}
