import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { FollowUpsFound, OpenedFollowUpView } from '../../../core/contract/office/follow-up.ts'
import type { ServicesFound } from '../../../core/contract/office/service.ts'
import { get } from '../../shared/api/call.ts'
import { officePath } from './office.ts'

export type FollowUps = z.infer<typeof FollowUpsFound>
export type FollowUp = FollowUps['followUps'][number]
export type FoundServices = z.infer<typeof ServicesFound>

export function useServices(from: string, to: string, street: string) {
  return useQuery({
    queryKey: ['services', from, to, street],
    queryFn: () =>
      get<FoundServices>(`/api/office/services?${new URLSearchParams({ from, to, street })}`),
  })
}

export function useServicesOf(household: string) {
  return useQuery({
    queryKey: ['services', household],
    queryFn: () => get<FoundServices>(officePath(household, '/services')),
  })
}

export function useFollowUps(street: string, mine: boolean) {
  return useQuery({
    queryKey: ['follow-ups', street, mine],
    queryFn: () =>
      get<FollowUps>(
        `/api/office/follow-ups?${new URLSearchParams({ street, mine: mine ? 'yes' : 'no' })}`,
      ),
  })
}

export function useFollowUpsOf(household: string) {
  return useQuery({
    queryKey: ['follow-ups', household],
    queryFn: () => get<FollowUps>(officePath(household, '/follow-ups')),
  })
}

export function useFollowUp(household: string, id: string) {
  return useQuery({
    queryKey: ['follow-ups', household, id],
    queryFn: () => get<OpenedFollowUpView>(officePath(household, `/follow-ups/${id}`)),
  })
}
