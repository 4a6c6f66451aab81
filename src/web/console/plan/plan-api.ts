import { useQuery } from '@tanstack/react-query'
import type {
  HouseholdPlansView,
  PastPlansView,
  PlansAcrossView,
  ProposedPlan,
  WrittenPlan,
} from '../../../core/contract/office/plan.ts'
import { get } from '../../shared/api/call.ts'
import { uuid } from '../../shared/uuid.ts'
import { officePath } from '../api/office.ts'

/** What a deed on a plan changes on the screens. */
export const CHANGED = ['plans', 'household'] as const

export function usePlans(household: string) {
  return useQuery({
    queryKey: ['plans', household],
    queryFn: () => get<HouseholdPlansView>(officePath(household, '/plans')),
  })
}

export function usePlansAcross() {
  return useQuery({
    queryKey: ['plans', 'across'],
    queryFn: () => get<PlansAcrossView>('/api/office/plans'),
  })
}

export function usePastPlans(household: string, id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['plans', household, id],
    enabled,
    queryFn: () => get<PastPlansView>(officePath(household, `/plans/${id}/versions`)),
  })
}

export type From = 'needs' | 'revision' | 'next_phase' | `template:${string}`

export type Begun = { readonly plan: WrittenPlan; readonly rule: string | null }

/** A proposal of the house, with ids for what is new in it. */
export async function propose(household: string, wanted: From): Promise<Begun> {
  const [from = '', template] = wanted.split(':')
  const asked = new URLSearchParams({ from, ...(template && { template }) })
  const path = officePath(household, `/plan-proposal?${asked}`)
  const { plan, rule } = await get<ProposedPlan>(path)
  const measures = plan.measures.map((each) => ({ ...each, id: each.id ?? uuid() }))
  return { plan: { ...plan, measures }, rule }
}
