import { useQuery } from '@tanstack/react-query'
import type {
  ConsultationsView,
  ConsultationView,
} from '../../../core/contract/office/consultation.ts'
import { get } from '../../shared/api/call.ts'
import { officePath } from '../api/office.ts'

export type Member = ConsultationView['members'][number]

export type Material = ConsultationView['materials'][number]

/** What a deed on a conference changes on the screens. */
export const CHANGED = ['consultations', 'plans'] as const

export const consultationPath = (id: string, rest = '') => `/api/office/consultations/${id}${rest}`

export function useConsultations(asked: URLSearchParams) {
  return useQuery({
    queryKey: ['consultations', asked.toString()],
    queryFn: () => get<ConsultationsView>(`/api/office/consultations?${asked}`),
  })
}

export function useConsultationsOf(household: string) {
  return useQuery({
    queryKey: ['consultations', 'of', household],
    queryFn: () => get<ConsultationsView>(officePath(household, '/consultations')),
  })
}

export function useConsultation(id: string) {
  return useQuery({
    queryKey: ['consultations', id],
    queryFn: () => get<ConsultationView>(consultationPath(id)),
  })
}
