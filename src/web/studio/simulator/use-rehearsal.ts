import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RehearsalHouse } from '../../../core/contract/studio/rehearsal.ts'
import type { PackedHouse } from '../../../core/dialog/pack-house.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import { get } from '../../shared/api/call.ts'
import { studioWorker } from '../worker/ask-worker.ts'

export type Rehearsal = Omit<z.infer<typeof RehearsalHouse>, 'house' | 'personas'> & {
  readonly house: PackedHouse
  readonly personas: readonly Persona[]
}

/** Milliseconds: the first answer is on the screen by then. */
const WARM_AFTER = 400

/**
 * The whole house, drafts laid over it, handed to the player. Fetched as soon as a flow is opened, so that the
 * simulator answers at once; asked for anew when that is opened again: a draft of a lexicon may have been saved
 * meanwhile.
 */
export function useRehearsal(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['rehearsal'],
    queryFn: async () => {
      // Its script is fetched while the house answers.
      const plays = studioWorker()
      const rehearsal = await get<Rehearsal>('/api/studio/house')
      await plays.give(rehearsal)
      const [first] = rehearsal.personas
      // After the first answer: whoever reads it does not wait for the second.
      if (first)
        setTimeout(
          () =>
            void studioWorker()
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
