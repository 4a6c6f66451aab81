import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Alerts, AlertView } from '../../../core/contract/desk/alerts.ts'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import type { Notices } from '../../../core/contract/desk/notices.ts'
import type { Phrases } from '../../../core/contract/desk/phrases.ts'
import type { DeskPlaces, RouteView } from '../../../core/contract/desk/place-case.ts'
import type { QueuePage } from '../../../core/contract/desk/queue.ts'
import { get } from '../../shared/api/call.ts'
import { type Me, useMe as useSignedIn } from '../../shared/api/me.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { isLive, POLLING } from './live.ts'
import { followServer, serverNow } from './server-time.ts'

export type { Me }
export type Alert = z.infer<typeof AlertView>

/** How often to ask while nothing is told: every 15 s; else the stream says when. */
const usePolling = () => (useSignal(isLive) ? false : POLLING)

/** Who sits here; our clock follows the time that comes along. */
export const useMe = () => useSignedIn(({ now }) => followServer(now))

export function useAlerts() {
  return useQuery({
    queryKey: ['alerts'],
    queryFn: () => get<z.infer<typeof Alerts>>('/api/desk/alerts'),
    refetchInterval: usePolling(),
  })
}

export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: () => get<z.infer<typeof Notices>>('/api/desk/notices'),
    refetchInterval: usePolling(),
  })
}

export function usePhrases() {
  return useQuery({
    queryKey: ['phrases'],
    staleTime: 300_000,
    queryFn: () => get<z.infer<typeof Phrases>>('/api/desk/phrases'),
  })
}

/** What is looked at: filters of the address line, under the names of the API. */
export type QueueSight = {
  readonly status: 'waiting' | 'mine' | 'all'
  readonly street?: string
  readonly filter?: string
  readonly q?: string
  readonly after?: string
  /** Only the cases that this person has. */
  readonly owner?: string
}

const queuePath = (sight: QueueSight) =>
  `/api/desk/queue?${new URLSearchParams(Object.entries(sight).filter(([, value]) => value))}`

/** The same sight is asked for once, however many parts of the screen show it. */
export function useQueue(sight: QueueSight, enabled = true) {
  const path = queuePath(sight)
  const found = useQuery({
    queryKey: ['queue', path],
    enabled,
    queryFn: () => get<QueuePage>(path),
    refetchInterval: usePolling(),
    placeholderData: keepPreviousData,
  })
  useWake(found.data?.wakes ?? null)
  return found
}

/** Asks for the lists again when a case that was put aside comes back: nothing else would ring. */
function useWake(wakes: string | null) {
  const queries = useQueryClient()
  useEffect(() => {
    if (wakes === null) return
    const wait = Math.max(0, Date.parse(wakes) - serverNow()) + 500
    const ring = () => void queries.invalidateQueries({ queryKey: ['queue'] })
    const timer = setTimeout(ring, Math.min(wait, LONGEST_TIMER))
    return () => clearTimeout(timer)
  }, [wakes, queries])
}

/** Longer ones run at once (2³¹ ms); a day is far more than a page stays open. */
const LONGEST_TIMER = 86_400_000

export function useCase(number: string) {
  return useQuery({
    queryKey: ['case', number],
    queryFn: () => get<CaseView>(`/api/desk/cases/${number}`),
    refetchInterval: usePolling(),
  })
}

/** Streets and committees of the district; they change once a year. */
export function usePlaces() {
  return useQuery({
    queryKey: ['places'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => get<z.infer<typeof DeskPlaces>>('/api/desk/places'),
  })
}

/** Where a case would go if its home were there. */
export function useRoute(number: string, street: string, committee: string) {
  const home = new URLSearchParams({ street, ...(committee && { committee }) })
  return useQuery({
    queryKey: ['route', number, street, committee],
    enabled: street !== '',
    queryFn: () => get<z.infer<typeof RouteView>>(`/api/desk/cases/${number}/route?${home}`),
    placeholderData: keepPreviousData,
  })
}
