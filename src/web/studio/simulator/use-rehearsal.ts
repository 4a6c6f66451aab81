import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RehearsalHouse } from '../../../core/contract/studio/rehearsal.ts'
import type { PackedHouse } from '../../../core/dialog/pack-house.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import { get } from '../../shared/api/call.ts'
import { player } from './ask-worker.ts'

export type Rehearsal = Omit<z.infer<typeof RehearsalHouse>, 'house' | 'personas'> & {
  readonly house: PackedHouse
  readonly personas: readonly Persona[]
}

/** Milliseconds: the first answer is on the screen by then. */
const WARM_AFTER = 400

/**
 * The whole house, drafts laid over it, handed to the player. Asked for anew when the simulator is opened again:
 * a draft of a lexicon may have been saved meanwhile.
 */
export function useRehearsal() {
  return useQuery({
    queryKey: ['rehearsal'],
    queryFn: async () => {
      // Its script is fetched while the house answers.
      const plays = player()
      const rehearsal = await get<Rehearsal>('/api/studio/house')
      await plays.give(rehearsal)
      const [first] = rehearsal.personas
      // After the first answer: whoever reads it does not wait for the second.
      if (first)
        setTimeout(
          () =>
            void player()
              .warm(first)
              .catch(() => undefined),
          WARM_AFTER,
        )
      return rehearsal
    },
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
