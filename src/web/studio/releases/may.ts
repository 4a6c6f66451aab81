import { useMe } from '../../shared/api/me.ts'
import type { Release } from './api.ts'

/** What this person may do with a release; the server asks again. */
export type May = {
  readonly edit: boolean
  readonly decide: boolean
}

const DECIDERS: readonly string[] = ['admin', 'district', 'supervisor']

export function useMay(): May {
  const role = useMe().data?.role ?? ''
  return { edit: role === 'admin', decide: DECIDERS.includes(role) }
}

/** Waits for somebody, or for its time. */
export const isWaiting = ({ state }: Release): boolean =>
  state === 'submitted' || state === 'approved'
