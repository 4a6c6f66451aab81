import { HOUR, type Instant, MINUTE, SECOND } from '../../core/time.ts'
import type { IntakeStore, Telling, TellSource } from '../ports/intake.ts'

/** A call ends within 5 s: whoever dies with it is followed by another within half a minute. */
const LEASE = 30 * SECOND
const AT_ONCE = 8
/** Doubling from 30 s up to an hour: some 18 hours of trying, then it lies for an operator. */
const TRIES = 25

export type TellParts = {
  readonly store: IntakeStore
  readonly tell: TellSource
  readonly now: () => Instant
  /** Ids and codes only. */
  readonly report: (code: string, facts: Readonly<Record<string, string | number>>) => void
}

/** One round: what happened to orders goes to their senders. Gives how many were tried. */
export async function tellSources({ store, tell, now, report }: TellParts): Promise<number> {
  await store.collect(now())
  const due = await store.claim(now(), now() + LEASE, AT_ONCE)
  await Promise.all(
    due.map(async (telling) => {
      if (await tell(telling)) return store.told(telling, now())
      const last = telling.tries + 1 >= TRIES
      const { caseId, seq, tries } = telling
      if (last) report('intake_not_told', { case: caseId, seq, tries: tries + 1 })
      return store.postpone(telling, last ? null : now() + pauseAfter(telling))
    }),
  )
  return due.length
}

const pauseAfter = ({ tries }: Telling): number =>
  Math.min(HOUR, (MINUTE / 2) * 2 ** Math.min(tries, 8))
