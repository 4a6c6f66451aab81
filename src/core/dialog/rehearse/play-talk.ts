import type { House } from '../house.ts'
import { waiting } from '../machine/memory.ts'
import type { Failure } from './failure.ts'
import { meets } from './meets.ts'
import { begin, isMove, move } from './moves.ts'
import { memoryIn, type Session } from './session.ts'
import type { StoredTalk, TalkLine } from './stored-talk.ts'

export type Played = {
  readonly session: Session
  /** The talk as it stood at its beginning and after each move. */
  readonly sessions: readonly Session[]
  /** What was not as the talk says. Empty = passed. */
  readonly failures: readonly Failure[]
}

/** Plays a stored talk from its first line to its end; goes on after a failure, so that all are seen. */
export function playTalk(house: House, stored: StoredTalk): Played {
  let session = begin(house, stored)
  let from = 0
  const sessions = [session]
  const failures: Failure[] = []
  stored.talk.forEach((line, at) => {
    if (!isMove(line)) {
      failures.push(...failuresOf(line, session, from).map((each) => ({ line: at + 1, ...each })))
      return
    }
    from = session.lines.length
    session = move(session, line)
    sessions.push(session)
  })
  const last = stored.expect ? meets(session, stored.expect) : []
  const ends = endFailures(stored, session)
  return { session, sessions, failures: [...failures, ...last, ...ends] }
}

function failuresOf(line: TalkLine, session: Session, from: number): readonly Failure[] {
  const said = session.lines
    .slice(from)
    .filter((each) => each.from !== 'resident')
    .map((each) => each.text)
    .join('\n')
  if ('bot' in line) {
    const is = whatWaits(session)
    return is === line.bot ? [] : [{ code: 'waits', expected: line.bot, is }]
  }
  if ('says' in line) {
    return listOf(line.says)
      .filter((text) => !said.includes(text))
      .map((text) => ({ code: 'not_said', expected: text, is: said }))
  }
  if ('says_not' in line) {
    return listOf(line.says_not)
      .filter((text) => said.includes(text))
      .map((text) => ({ code: 'said', about: text }))
  }
  if ('silent' in line) return said === '' ? [] : [{ code: 'not_silent', is: said }]
  return 'expect' in line ? meets(session, line.expect) : []
}

const listOf = (texts: string | readonly string[]) => (typeof texts === 'string' ? [texts] : texts)

/** `phone`, `phone.confirm`, `none`. */
export function whatWaits(session: Session): string {
  const memory = memoryIn(session)
  const open = memory ? waiting(memory) : null
  if (!open) return 'none'
  return open.mode === 'ask' ? open.step : `${open.step}.${open.mode}`
}

/** Outcome, `parked`, or `open`. */
export function endOf(session: Session): string {
  const memory = memoryIn(session)
  return memory?.parked ? 'parked' : (memory?.outcome ?? 'open')
}

function endFailures(stored: StoredTalk, session: Session): readonly Failure[] {
  const is = endOf(session)
  if (!stored.ends || is === stored.ends) return []
  return [{ code: 'ends', expected: stored.ends, is }]
}
