import type { CaseFile } from '../../casework/case-file.ts'
import type { DomainEvent } from '../../events/event.ts'
import type { Incoming } from '../../events/incoming.ts'
import { numbered, type Outgoing } from '../../events/outgoing.ts'
import type { Instant } from '../../time.ts'
import { converse, type Reply, startFlow, type Talk } from '../converse.ts'
import type { Fresh } from '../fresh.ts'
import type { House } from '../house.ts'
import type { KnownFile } from '../known-file.ts'
import type { Memory } from '../machine/memory.ts'

/**
 * A talk that is rehearsed: the very machine of the server, with a clock that is turned by hand and nothing
 * stored. Stored talks, the terminal and the studio's simulator play on it.
 */
export type Session = {
  readonly house: House
  readonly channel: string
  readonly now: Instant
  /** What the file of the person holds, for flows that read it back. */
  readonly known?: KnownFile
  readonly talk: Talk | null
  readonly wakeAt: Instant | null
  /** The case as an adviser would see it, once there is one. */
  readonly file: CaseFile | null
  readonly events: readonly DomainEvent[]
  readonly lines: readonly Line[]
  readonly turns: number
}

export type Line = {
  readonly from: 'resident' | 'bot' | 'adviser' | 'system'
  readonly text: string
  readonly at: Instant
  readonly message?: Outgoing
}

export function newSession(house: House, now: Instant, channel = 'web'): Session {
  return {
    house,
    channel,
    now,
    talk: null,
    wakeAt: null,
    file: null,
    events: [],
    lines: [],
    turns: 0,
  }
}

/** The chat is opened, on the help flow or on the flow that is named. */
export function open(session: Session, preset?: string, flow?: string): Session {
  const incoming: Incoming = preset
    ? { kind: 'opened', preset: presetOf(preset) }
    : { kind: 'opened' }
  const { house, channel, now } = session
  const arrived = { incoming, channel, now, fresh: freshFor(session.turns) }
  const reply = flow ? startFlow(house, flow, arrived) : converse(house, null, arrived)
  return after(session, incoming, reply)
}

/** A 9-digit street or a 12-digit committee. */
const presetOf = (code: string) =>
  code.length === 12 ? { street: code.slice(0, 9), committee: code } : { street: code }

/** One arrival; the state goes through JSON, as it does through the store. */
export function arrive(session: Session, incoming: Incoming): Session {
  const { house, channel, now } = session
  const talk = session.talk ? (JSON.parse(JSON.stringify(session.talk)) as Talk) : null
  const arrived = { incoming, channel, now, fresh: freshFor(session.turns) }
  const reply = converse(house, talk, arrived)
  const { known } = session
  return after(
    session,
    incoming,
    reply.asksFile && known ? converse(house, talk, { ...arrived, known }) : reply,
  )
}

function after(session: Session, incoming: Incoming, reply: Reply): Session {
  const { now } = session
  const heard: readonly Line[] =
    incoming.kind === 'text' ? [{ from: 'resident', text: incoming.text, at: now }] : []
  const said = reply.out.map(
    (message): Line => ({ from: message.from, text: numbered(message), at: now, message }),
  )
  return {
    ...session,
    talk: reply.talk,
    wakeAt: reply.wakeAt,
    file: reply.events.reduce<CaseFile | null>(
      (file, event) => ('file' in event ? event.file : file),
      session.file,
    ),
    events: [...session.events, ...reply.events],
    lines: [...session.lines, ...heard, ...said],
    turns: session.turns + 1,
  }
}

/** Lets time pass: silence is fed in whenever it is due on the way. */
export function wait(session: Session, until: Instant): Session {
  let here = session
  while (here.wakeAt !== null && here.wakeAt <= until) {
    here = arrive({ ...here, now: here.wakeAt }, { kind: 'silence' })
  }
  return { ...here, now: Math.max(here.now, until) }
}

/** What the machine remembers now. */
export function memoryIn(session: Session): Memory | undefined {
  return (session.talk?.snapshot as { context: Memory } | undefined)?.context
}

/** Ids as the store would make them, but the same at every rehearsal. */
function freshFor(turn: number): Fresh {
  const digits = String(11_111_111 + turn).replaceAll('0', '9')
  return {
    caseId: `00000000-0000-4000-8000-${String(turn).padStart(12, '0')}`,
    caseNumber: `${digits.slice(0, 4)}-${digits.slice(4)}`,
  }
}
