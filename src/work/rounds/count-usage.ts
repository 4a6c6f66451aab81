import { streetIn } from '../../core/dialog/usage/street-in.ts'
import { type MarkedTurn, tally, tallyWordings } from '../../core/dialog/usage/tally.ts'
import { type Instant, MINUTE } from '../../core/time.ts'
import type { Counted, LoggedTurn, UsageLog } from '../ports/usage.ts'

/**
 * What is younger is not counted yet: its turn may still be under way to the log, and the clocks of two processes
 * differ.
 */
const SETTLED = MINUTE

/** Counts what the log has more, until nothing is left. Gives how many stretches it took. */
export async function countUsage(log: UsageLog, now: Instant): Promise<number> {
  let stretches = 1
  while (await log.countNext(now - SETTLED, counted)) stretches++
  return stretches
}

function counted(turns: readonly LoggedTurn[]): Counted {
  const marked = turns.flatMap(markedOf)
  return { steps: tally(marked), wordings: tallyWordings(marked) }
}

function markedOf({ at, channel, content }: LoggedTurn): readonly MarkedTurn[] {
  const { talk, marks } = content
  if (!talk || !marks) return []
  return [{ at, channel, street: streetIn(talk), bundle: talk.bundle, marks }]
}
