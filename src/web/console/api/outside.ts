import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  GivenView,
  OutsidesFound,
  OutsideView,
  PartnersView,
  RegistrationShape,
  SentOutside,
} from '../../../core/contract/office/referral.ts'
import { get } from '../../shared/api/call.ts'
import { officePath } from './office.ts'

export type Outside = OutsideView
export type Sent = z.infer<typeof SentOutside>
export type Book = z.infer<typeof PartnersView>
export type Registration = RegistrationShape

/** What is asked for again after a deed. */
export const OUTSIDE_CHANGES = ['outside'] as const

export function useOutside(street: string) {
  return useQuery({
    queryKey: ['outside', 'all', street],
    queryFn: () =>
      get<z.infer<typeof OutsidesFound>>(
        `/api/office/referrals?${new URLSearchParams({ street })}`,
      ),
  })
}

export function useOutsideOf(household: string) {
  return useQuery({
    queryKey: ['outside', household],
    queryFn: () => get<z.infer<typeof OutsidesFound>>(officePath(household, '/referrals')),
  })
}

export function useBookOf(household: string) {
  return useQuery({
    queryKey: ['partners', household],
    queryFn: () => get<Book>(officePath(household, '/partners')),
  })
}

export function useGiven(household: string, parts: readonly string[]) {
  return useQuery({
    queryKey: ['given', household, parts],
    queryFn: () =>
      get<z.infer<typeof GivenView>>(
        officePath(household, `/given?${new URLSearchParams({ parts: parts.join(',') })}`),
      ),
  })
}

export function useRegistration(household: string) {
  return useQuery({
    queryKey: ['registration', household],
    queryFn: () => get<Registration>(officePath(household, '/registration')),
  })
}
