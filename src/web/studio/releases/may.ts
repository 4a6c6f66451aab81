import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { StudioMay } from '../../../core/contract/studio/rights.ts'
import { get } from '../../shared/api/call.ts'
import type { Release } from './api.ts'

/** What this person may do here; the server asks again. */
export type May = z.infer<typeof StudioMay>

const NOTHING: May = { edit: false, translate: false, decide: false, legal: false, read: false }

export function useMay(): May {
  const found = useQuery({
    queryKey: ['may'],
    staleTime: 60_000,
    queryFn: () => get<May>('/api/studio/may'),
  })
  return found.data ?? NOTHING
}

/** Waits for somebody, or for its time. */
export const isWaiting = ({ state }: Release): boolean =>
  state === 'submitted' || state === 'approved'
