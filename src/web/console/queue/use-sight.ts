import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { QueueSight } from '../api/desk.ts'

export type Look = (change: { filter?: string; q?: string; after?: string }) => void

/** What of a queue is looked at. It stands in the address, so that it can be kept and sent on. */
export function useSight(status: QueueSight['status'], street: string) {
  const [params, set] = useSearchParams()
  const sight: QueueSight = useMemo(() => {
    const named = ['filter', 'q', 'after', 'owner'].map((name) => [name, params.get(name) ?? ''])
    const only = params.get('street') ?? street
    // What a colleague has is that one's own list.
    const list = params.get('owner') ? 'mine' : status
    return { status: list, street: only, ...Object.fromEntries(named) }
  }, [params, status, street])
  const look: Look = (change) =>
    set(
      (before) => {
        const next = { ...Object.fromEntries(before), after: '', ...change }
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''))
      },
      { replace: true },
    )
  return { sight, look }
}
