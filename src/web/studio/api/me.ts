import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me as MeShape } from '../../../core/contract/desk/me.ts'
import { csrf, get } from '../../shared/api/call.ts'

/** Who sits here, with the proof for calls that change something. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    refetchInterval: 60_000,
    queryFn: async () => {
      const me = await get<z.infer<typeof MeShape>>('/api/desk/me')
      csrf.set(me.csrf)
      return me
    },
  })
}
