import type { TurnEngine } from '../turn/create-turns.ts'
import type { TurnParts } from '../turn/parts.ts'

/**
 * Conversations in which nobody has spoken since the house asked: each gets one silence turn. The
 * external id says after which turn, so a second sweep of the same silence is a duplicate.
 */
export function sweepSilence(parts: TurnParts, engine: TurnEngine): Promise<number> {
  return parts.turns.sweepDue(parts.now(), async (due) => {
    const fed = await Promise.allSettled(
      due.map(({ ref, seq }) =>
        engine.perform(ref, `silence:${seq}`, { do: 'silence', after: seq }),
      ),
    )
    return fed.every(({ status }) => status === 'fulfilled')
  })
}
