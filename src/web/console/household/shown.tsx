import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'

type Props<T> = {
  readonly of: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** What was asked for, when it is there. */
export function Shown<T>({ of, children }: Props<T>) {
  if (of.isError) return <TroubleBox error={of.error} again={() => void of.refetch()} />
  return of.data === undefined ? <Loading /> : children(of.data)
}
