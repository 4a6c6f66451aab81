import type { Received, Taken } from '../ports/chat.ts'
import type { Brought, Inbox } from '../ports/inbox.ts'
import type { TurnLimits } from './limits.ts'
import type { TurnParts } from './parts.ts'
import { whyOf } from './why-of.ts'

/** Messages that are durable before they are answered. */
export type KeepFirst = {
  /** Resolves when the message is durable: in the inbox, or with its turn, whichever is sooner. */
  readonly take: (brought: Brought) => Promise<Taken>
  /** Feeds in what a process left behind that is no more. Gives how much there was. */
  readonly sweep: () => Promise<number>
  /** Resolves when nothing that was answered lies in the inbox any more. */
  readonly idle: () => Promise<void>
}

type Having = {
  readonly parts: TurnParts
  readonly limits: TurnLimits
  readonly receive: (brought: Brought) => Promise<Received>
  readonly conversationOf: (brought: Brought) => string
  readonly backlog: () => number
}

/**
 * While few write, a turn is committed within milliseconds and the inbox stays empty. In a rush a message is kept
 * there too, many in one statement, so that the platform does not wait until the dialog has thought.
 */
export function openKeepFirst(having: Having): KeepFirst {
  const { parts, limits, receive, conversationOf, backlog } = having
  const { inbox } = parts
  const held = new Set<string>()
  const clearing = new Set<Promise<void>>()
  const nameOf = (brought: Brought) => `${conversationOf(brought)}/${brought.externalId}`
  let swept = false

  const keep = async (inbox: Inbox, brought: Brought, answer: Promise<Received>) => {
    const name = nameOf(brought)
    held.add(name)
    const kept = inbox.keep(brought)
    const cleared = clear(inbox, brought, kept, answer)
      .catch((error: unknown) =>
        parts.report?.({ code: 'round_failed', id: 'inbox', why: whyOf(error) }),
      )
      .finally(() => {
        held.delete(name)
        clearing.delete(cleared)
      })
    clearing.add(cleared)
    await Promise.any([kept, answer]).catch(() => answer)
  }

  /** A busy disk or a slow database: the queue is short and nothing comes out of it. */
  const isSlow = async (answer: Promise<Received>) => {
    if (!parts.sleep) return false
    const settled = answer.then(
      () => false,
      () => false,
    )
    return Promise.race([settled, parts.sleep(limits.keepAfter).then(() => true)])
  }

  const feed = async (inbox: Inbox, brought: Brought) => {
    // Of this very process, and on its way.
    if (held.has(nameOf(brought))) return false
    await receive(brought)
    await inbox.forget(brought)
    return true
  }

  return {
    take: async (brought) => {
      const isRush = backlog() >= limits.keepFirst
      const answer = receive(brought)
      // Who takes it may not be there for the answer; what failed comes again by a sweep.
      answer.catch(() => {})
      if (inbox && (isRush || (await isSlow(answer)))) await keep(inbox, brought, answer)
      else await answer
      return { conversation: conversationOf(brought), answer }
    },
    sweep: async () => {
      if (!inbox) return 0
      // At the start everything is left behind; later only what nobody can be about any more.
      const age = swept ? limits.leftBehind : 0
      const left = await inbox.before(parts.now() - age, limits.jobs)
      let fed = 0
      for (const brought of left) if (await feed(inbox, brought)) fed++
      if (left.length < limits.jobs || fed === 0) swept = true
      return fed
    },
    idle: async () => {
      while (clearing.size > 0) await Promise.all(clearing)
    },
  }
}

/** Out of the inbox when its turn is committed; what was not answered stays for a sweep. */
async function clear(
  inbox: Inbox,
  brought: Brought,
  kept: Promise<void>,
  answer: Promise<Received>,
): Promise<void> {
  const [isKept, isAnswered] = await Promise.allSettled([kept, answer])
  // Whether it was kept may be unknown: it is taken away in either case.
  if (isAnswered.status === 'fulfilled') await inbox.forget(brought)
  else if (isKept.status === 'rejected') throw isKept.reason
}
