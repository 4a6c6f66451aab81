import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me as MeShape } from '../../../core/contract/desk/me.ts'
import { csrf, get } from './call.ts'

export type Me = z.infer<typeof MeShape>

/** Who sits here, with the proof for calls that change something; `hear` is told of each answer. */
export function useMe(hear?: (me: Me) => void) {
  return useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    refetchInterval: 60_000,
    queryFn: async () => {
      const me = await get<Me>('/api/desk/me')
      csrf.set(me.csrf)
      hear?.(me)
      return me
    },
  })
}
