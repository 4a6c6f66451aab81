import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { EscalatedView, RosterView } from '../../../core/contract/office/roster.ts'
import type { TodayView } from '../../../core/contract/office/today.ts'
import type { ViewsFound } from '../../../core/contract/office/views.ts'
import { get } from '../../shared/api/call.ts'

/** Milliseconds: a resident who writes rings no bell of the whole day. */
const EVERY = 30_000

/** One's day; asked again with every change of the queue. */
export function useToday() {
  return useQuery({
    queryKey: ['queue', 'today'],
    queryFn: () => get<TodayView>('/api/office/today'),
    refetchInterval: EVERY,
  })
}

export function useRoster(from: string, days = 7) {
  return useQuery({
    queryKey: ['roster', from, days],
    queryFn: () =>
      get<RosterView>(`/api/office/roster?${new URLSearchParams({ from, days: String(days) })}`),
  })
}

export function useViews() {
  return useQuery({
    queryKey: ['views'],
    staleTime: 300_000,
    queryFn: () => get<z.infer<typeof ViewsFound>>('/api/office/views'),
  })
}

/** How far the dangers have climbed; asked again whenever the dangers are. */
export function useEscalated(enabled: boolean) {
  return useQuery({
    queryKey: ['alerts', 'escalated'],
    enabled,
    queryFn: () => get<EscalatedView>('/api/office/escalations'),
    refetchInterval: EVERY,
  })
}
