import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AidDeed,
  AidsFound,
  AidView,
  CashAccounts,
  CashBookView,
  RefusalView,
} from '../../../core/contract/office/aid.ts'
import type { KeptPhotos } from '../../../core/contract/office/service.ts'
import { get, post, send } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { officePath } from './office.ts'

export type { AidView } from '../../../core/contract/office/aid.ts'
export type Accounts = z.infer<typeof CashAccounts>

/** What an aid changes elsewhere on the screen. */
const CHANGES = ['aid', 'aids', 'cash'] as const

type Without<Deed> = Deed extends unknown ? Omit<Deed, 'version'> : never

export type Step = Without<AidDeed>

export function useAids(street: string) {
  return useQuery({
    queryKey: ['aids', street],
    queryFn: () =>
      get<z.infer<typeof AidsFound>>(`/api/office/aid?${new URLSearchParams({ street })}`),
  })
}

export function useAidsOf(household: string) {
  return useQuery({
    queryKey: ['aids', 'of', household],
    enabled: household !== '',
    queryFn: () => get<z.infer<typeof AidsFound>>(officePath(household, '/aid')),
  })
}

export function useAid(household: string, id: string) {
  return useQuery({
    queryKey: ['aid', household, id],
    enabled: household !== '' && id !== '',
    queryFn: () => get<AidView>(officePath(household, `/aid/${id}`)),
  })
}

export function useRefusal(household: string, id: string) {
  return useQuery({
    queryKey: ['refusal', household, id],
    queryFn: () => get<RefusalView>(officePath(household, `/aid/${id}/refusal`)),
  })
}

/** One step of an aid, as it was last read. */
export function useAidStep({ household, id, version }: AidView) {
  return useDeed(
    (step: Step) => post<AidView>(officePath(household.id, `/aid/${id}`), { ...step, version }),
    CHANGES,
  )
}

/** Keeps one photo with the household; null = it was not taken. */
export async function keepPhoto(household: string, file: File) {
  const form = new FormData()
  form.append('files', file)
  const kept = await send<z.infer<typeof KeptPhotos>>(officePath(household, '/photos'), form)
  return kept.photos[0] ?? null
}

export function useAccounts() {
  return useQuery({ queryKey: ['cash'], queryFn: () => get<Accounts>('/api/office/petty-cash') })
}

export function useBook(committee: string) {
  return useQuery({
    queryKey: ['cash', committee],
    enabled: committee !== '',
    queryFn: () => get<z.infer<typeof CashBookView>>(`/api/office/petty-cash/${committee}`),
  })
}
