import { type Move, move } from './moves.ts'
import { whatWaits } from './play-talk.ts'
import type { Session } from './session.ts'
import type { StoredTalk } from './stored-talk.ts'

/** An invented person who answers a rehearsal, with what his household's file would hold. */
export type Persona = {
  readonly id: string
  readonly name: string
  /** One line about him, for who picks. */
  readonly about: string
  /** 9-digit street of the link he comes through. */
  readonly street?: string | undefined
  /** What an earlier request of his left on file. */
  readonly file?: StoredTalk['file']
  /** His first message, where it is not an answer. */
  readonly opens?: string | undefined
  /** The question at which he stops writing. */
  readonly stops_at?: string | undefined
  /** What he writes at each question, by step. */
  readonly answers: Readonly<Record<string, string>>
}

/** A talk that is not over after so many messages never ends. */
const MOST_MESSAGES = 60

/** The person answers from here until nothing more is asked or written; each state of the talk on the way. */
export function answerOn(persona: Persona, from: Session): readonly Session[] {
  const sessions = [from]
  for (let count = 0; count < MOST_MESSAGES; count++) {
    const here = sessions.at(-1) ?? from
    const made = answerAs(persona, here)
    if (!made) break
    sessions.push(move(here, made))
  }
  return sessions
}

/** What people answer where their own answers say nothing. */
const PASSES = '跳过'

/** What he writes next; null when nothing is asked, or he writes no more. */
export function answerAs(persona: Persona, session: Session): Move | null {
  const waits = whatWaits(session)
  const [step = '', mode] = waits.split('.')
  if (persona.opens && session.turns <= 1) return { me: persona.opens }
  if (waits === 'none' || step === persona.stops_at) return null
  if (mode === 'pick') return { me: '1' }
  return { me: mode === undefined ? (persona.answers[step] ?? PASSES) : '对' }
}
