import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Checked } from '../../../core/contract/studio/documents.ts'
import type {
  MovingPlan,
  OpenedRelease,
  Releases,
  Replay,
} from '../../../core/contract/studio/releases.ts'
import { get } from '../../shared/api/call.ts'

export type Opened = z.infer<typeof OpenedRelease>
export type Release = Opened['release']
export type Plan = z.infer<typeof MovingPlan>
export type Replayed = z.infer<typeof Replay>
export type Changed = Opened['texts'][number]

/** What changes with any deed on a release. */
export const TOUCHED = ['releases', 'release', 'documents'] as const

export const releasePath = (number: number, deed = ''): string =>
  `/api/studio/releases/${number}${deed === '' ? '' : `/${deed}`}`

export function useReleases() {
  return useQuery({
    queryKey: ['releases'],
    queryFn: () => get<z.infer<typeof Releases>>('/api/studio/releases'),
  })
}

export function useRelease(number: number) {
  return useQuery({
    queryKey: ['release', number],
    queryFn: () => get<Opened>(releasePath(number)),
  })
}

/** The server thinks about these for a second or two, and remembers; only who asks again makes it think again. */
function useThought<T>(number: number, what: 'checks' | 'plan' | 'replay', enabled: boolean) {
  const queries = useQueryClient()
  const queryKey = [what, number]
  const found = useQuery({
    queryKey,
    queryFn: () => get<T>(releasePath(number, what)),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  })
  const again = () => {
    const queryFn = () => get<T>(`${releasePath(number, what)}?again=yes`)
    // What goes wrong the query holds, and the page tells it.
    void queries.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => undefined)
  }
  return { ...found, again }
}

export const useChecks = (number: number, enabled: boolean) =>
  useThought<z.infer<typeof Checked>>(number, 'checks', enabled)

export const usePlan = (number: number, enabled: boolean) =>
  useThought<Plan>(number, 'plan', enabled)

export const useReplay = (number: number, enabled: boolean) =>
  useThought<Replayed>(number, 'replay', enabled)
