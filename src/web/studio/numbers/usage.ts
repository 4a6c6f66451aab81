import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  USAGE_GROUPS,
  Usage,
  UsageLine,
  Wordings,
} from '../../../core/contract/studio/usage.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import { get } from '../../shared/api/call.ts'

export type Line = z.infer<typeof UsageLine>
export type Figures = z.infer<typeof Usage>
export type WordingLine = z.infer<typeof Wordings>['lines'][number]

/** What is looked at; undefined = all. */
export type Wanted = {
  readonly days: number
  readonly channel?: string | undefined
  readonly street?: string | undefined
  readonly hour?: number | undefined
  readonly bundle?: string | undefined
  readonly by?: (typeof USAGE_GROUPS)[number] | undefined
}

export const LAST_MONTH: Wanted = { days: 30 }

/** Figures of a flow until today. */
export function useUsage(flow: string | undefined, wanted: Wanted) {
  const { days: _, ...rest } = wanted
  return useQuery({
    queryKey: ['usage', flow, wanted],
    enabled: flow !== undefined,
    staleTime: 60_000,
    queryFn: () => get<Figures>(`/api/studio/usage?${queryOf(flow, wanted.days, rest)}`),
  })
}

/** How the wordings of a flow fare that are compared, until today. */
export function useWordings(flow: string | undefined, days: number) {
  return useQuery({
    queryKey: ['wordings', flow, days],
    enabled: flow !== undefined,
    staleTime: 60_000,
    queryFn: () => get<z.infer<typeof Wordings>>(`/api/studio/wordings?${queryOf(flow, days, {})}`),
  })
}

function queryOf(flow: string | undefined, days: number, rest: object): URLSearchParams {
  const to = shanghai(Date.now()).day
  const asked = { flow, from: addDays(to, 1 - days), to, ...rest }
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}
