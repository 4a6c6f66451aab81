import type { DeskAct, Incoming } from '../../events/incoming.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../time.ts'
import type { House } from '../house.ts'
import { waiting } from '../machine/memory.ts'
import { meets } from './meets.ts'
import { arrive, memoryIn, newSession, open, type Session, wait } from './session.ts'
import type { StoredTalk, TalkLine } from './stored-talk.ts'

export type Played = {
  readonly session: Session
  /** What was not as the talk says, with the number of its line. Empty = passed. */
  readonly failures: readonly string[]
}

/** Plays a stored talk from its first line to its end; goes on after a failure, so that all are seen. */
export function playTalk(house: House, stored: StoredTalk): Played {
  const start = newSession(house, Date.parse(stored.at), stored.channel)
  let session = stored.opened || stored.preset ? open(start, stored.preset) : start
  let from = 0
  const failures: string[] = []
  stored.talk.forEach((line, at) => {
    const incoming = incomingOf(line)
    if (incoming) {
      from = session.lines.length
      session = arrive({ ...session, now: session.now + 5 * SECOND }, incoming)
      return
    }
    if ('wait' in line) {
      from = session.lines.length
      session = wait(session, session.now + spanOf(line.wait))
      return
    }
    failures.push(...failuresOf(line, session, from).map((failure) => `line ${at + 1}: ${failure}`))
  })
  const last = stored.expect ? meets(session, stored.expect) : []
  return { session, failures: [...failures, ...last, ...endFailures(stored, session)] }
}

function incomingOf(line: TalkLine): Incoming | undefined {
  if ('me' in line) return { kind: 'text', text: line.me.repeat(line.times ?? 1) }
  if ('tap' in line) return { kind: 'tap', option: line.tap }
  if ('media' in line) return { kind: 'media', media: line.media, count: line.count ?? 1 }
  if ('check_in' in line) return { kind: 'check_in', case: '' }
  if ('after_close' in line) return { kind: 'check_in', case: '', flow: 'after_close' }
  if ('desk' in line) return { kind: 'desk', desk: deskAct(line) }
  return undefined
}

/** The adviser of rehearsals. */
const ADVISER = { id: 'adviser', name: '邓菲菲', street: '310105001' }

function deskAct(line: Extract<TalkLine, { desk: unknown }>): DeskAct {
  const by = ADVISER
  switch (line.desk) {
    case 'said':
      return { act: 'said', by, text: line.text ?? '' }
    case 'gave_back':
      return { act: 'gave_back', by, at: 'open_question' }
    case 'gave_back_end':
      return { act: 'gave_back', by, at: 'end' }
    case 'closed':
      return { act: 'closed', by, outcome: line.text ?? '' }
    default:
      return { act: line.desk, by }
  }
}

function failuresOf(line: TalkLine, session: Session, from: number): readonly string[] {
  const said = session.lines
    .slice(from)
    .filter((each) => each.from !== 'resident')
    .map((each) => each.text)
    .join('\n')
  if ('bot' in line) {
    const open = whatWaits(session)
    return open === line.bot ? [] : [`expected the question ${line.bot}, but ${open} waits`]
  }
  if ('says' in line) {
    return listOf(line.says)
      .filter((text) => !said.includes(text))
      .map((text) => `「${text}」 was not said, but: ${said}`)
  }
  if ('says_not' in line) {
    return listOf(line.says_not)
      .filter((text) => said.includes(text))
      .map((text) => `「${text}」 was said`)
  }
  if ('silent' in line) return said === '' ? [] : [`expected silence, but: ${said}`]
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

function endFailures(stored: StoredTalk, session: Session): readonly string[] {
  if (!stored.ends) return []
  const memory = memoryIn(session)
  const end = memory?.parked ? 'parked' : (memory?.outcome ?? 'open')
  return end === stored.ends ? [] : [`ends ${end} instead of ${stored.ends}`]
}

const UNITS = { s: SECOND, m: MINUTE, h: HOUR, d: DAY } as const

const spanOf = (span: string) =>
  Number(span.slice(0, -1)) * UNITS[span.at(-1) as keyof typeof UNITS]
