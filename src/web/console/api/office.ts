import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { HouseholdsFound, HouseholdView } from '../../../core/contract/office/household.ts'
import { get } from '../../shared/api/call.ts'

/** Where the API of a household's file begins. */
export const officePath = (household: string, rest = ''): string =>
  `/api/office/households/${household}${rest}`

export function useHousehold(household: string) {
  return useQuery({
    queryKey: ['household', household],
    queryFn: () => get<HouseholdView>(officePath(household)),
  })
}

export function useFoundHouseholds(typed: string) {
  return useQuery({
    queryKey: ['households', typed],
    enabled: typed !== '',
    queryFn: () =>
      get<z.infer<typeof HouseholdsFound>>(
        `/api/office/households?${new URLSearchParams({ q: typed })}`,
      ),
  })
}
