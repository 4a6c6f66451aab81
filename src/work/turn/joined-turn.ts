import type { Instant } from '../../core/time.ts'
import type { NewTurn, Tail, TurnContent } from '../ports/turns.ts'
import { notesOf, system, turnOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import type { Task, TurnRequest } from './turn-request.ts'

type Joining = Extract<Task, { readonly do: 'join' }>
type Leaving = Extract<Task, { readonly do: 'leave' }>

/** The resident goes on here from another channel: from now on written to there, and asked the open question. */
export function joinedTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  { home, conversation }: Joining,
): NewTurn {
  const { ref } = request
  const talk = tail.content?.talk ?? null
  const notes = notesOf(tail)
  const fresh = parts.ids.fresh(ref.id, tail.seq + 1, 0)
  const opened = { incoming: { kind: 'opened' }, channel: home.channel, now: at, fresh } as const
  const reply = parts.converse(parts.house(), talk, opened)
  const { here = '' } = parts.texts.claim ?? {}
  const others = (notes.joined ?? []).filter((each) => each !== conversation)
  const content: TurnContent = {
    in: { kind: 'joined' },
    out: [system(here, 'receipt'), ...reply.out],
    talk: reply.talk,
    notes: { ...notes, joined: [...others, conversation], writtenTo: conversation },
  }
  const move = tail.key ? [{ kind: 'move_home', ref, key: tail.key, home } as const] : []
  const turn = turnOf(parts, request, { ...tail, home }, at, 'answered', content, move)
  return { ...turn, dueAt: reply.wakeAt }
}

/** What is written here from now on is taken there. */
export function leftTurn(
  parts: TurnParts,
  request: TurnRequest,
  tail: Tail,
  at: Instant,
  { to }: Leaving,
): NewTurn {
  const { claim: _, ...notes } = notesOf(tail)
  const content: TurnContent = {
    in: { kind: 'left' },
    out: [],
    talk: tail.content?.talk ?? null,
    notes: { ...notes, movedTo: to },
  }
  return turnOf(parts, request, tail, at, 'answered', content, [])
}
