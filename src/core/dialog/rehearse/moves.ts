import type { DeskAct, Incoming } from '../../events/incoming.ts'
import { atShanghai, DAY, type Day, HOUR, MINUTE, SECOND } from '../../time.ts'
import type { House } from '../house.ts'
import type { KnownFile } from '../known-file.ts'
import { arrive, newSession, open, type Session, wait } from './session.ts'
import type { StoredTalk, TalkLine } from './stored-talk.ts'

/** A line of a stored talk that brings something in; the others say what must follow. */
export type Move = Extract<
  TalkLine,
  | { readonly me: unknown }
  | { readonly tap: unknown }
  | { readonly media: unknown }
  | { readonly wait: unknown }
  | { readonly desk: unknown }
  | { readonly check_in: unknown }
  | { readonly after_close: unknown }
  | { readonly plan_word: unknown }
>

/** How a rehearsed talk begins. */
export type Begin = Pick<StoredTalk, 'at' | 'channel' | 'preset' | 'opened' | 'flow' | 'file'>

const KEYS = ['me', 'tap', 'media', 'wait', 'desk', 'check_in', 'after_close', 'plan_word'] as const

export const isMove = (line: TalkLine): line is Move => KEYS.some((key) => key in line)

export function begin(house: House, { at, channel, preset, opened, flow, file }: Begin): Session {
  const known = file ? { known: knownFrom(file) } : {}
  const start = { ...newSession(house, Date.parse(at), channel), ...known }
  return opened || preset || flow ? open(start, preset, flow) : start
}

function knownFrom({ on, facts, private: own }: NonNullable<Begin['file']>): KnownFile {
  const at = atShanghai(on as Day, 12)
  const known = Object.entries(facts).map(([slot, value]) => [slot, { value, at }] as const)
  return { facts: Object.fromEntries(known), private: own }
}

/** The talk after this move; somebody who writes takes five seconds for it. */
export function move(session: Session, made: Move): Session {
  if ('wait' in made) return wait(session, session.now + spanOf(made.wait))
  return arrive({ ...session, now: session.now + 5 * SECOND }, incomingOf(made))
}

function incomingOf(made: Exclude<Move, { wait: unknown }>): Incoming {
  if ('me' in made) return { kind: 'text', text: made.me.repeat(made.times ?? 1) }
  if ('tap' in made) return { kind: 'tap', option: made.tap }
  if ('media' in made) return { kind: 'media', media: made.media, count: made.count ?? 1 }
  if ('check_in' in made) return { kind: 'check_in', case: '' }
  if ('after_close' in made) return { kind: 'check_in', case: '', flow: 'after_close' }
  if ('plan_word' in made) {
    return { kind: 'check_in', case: '', flow: 'plan_word', words: made.plan_word }
  }
  return { kind: 'desk', desk: deskAct(made) }
}

/** The adviser of rehearsals. */
const ADVISER = { id: 'adviser', name: '邓菲菲', street: '310105001' }

function deskAct(line: Extract<TalkLine, { desk: unknown }>): DeskAct {
  const by = ADVISER
  switch (line.desk) {
    case 'said':
      return { act: 'said', by, text: line.text ?? '' }
    case 'gave_back':
      return {
        ...{ act: 'gave_back', by, at: line.at ?? 'open_question' },
        ...(line.questions && { questions: line.questions }),
      }
    case 'closed':
      return { act: 'closed', by, outcome: line.text ?? '' }
    default:
      return { act: line.desk, by }
  }
}

const UNITS = { s: SECOND, m: MINUTE, h: HOUR, d: DAY } as const

const spanOf = (span: string) =>
  Number(span.slice(0, -1)) * UNITS[span.at(-1) as keyof typeof UNITS]

/** Time to pass, as a stored talk says it: in the largest unit that holds it whole. */
export function waitFor(milliseconds: number): Move {
  const whole = Math.max(0, Math.ceil(milliseconds / SECOND)) * SECOND
  const unit = (['d', 'h', 'm'] as const).find((each) => whole > 0 && whole % UNITS[each] === 0)
  return { wait: `${whole / UNITS[unit ?? 's']}${unit ?? 's'}` }
}
