import { type ReactNode, Suspense } from 'react'
import { SafetyNet } from '../../shared/parts/safety-net.tsx'

type Props = { readonly open: boolean; readonly children: ReactNode }

/** Draws a box, and fetches its file, only while it is open. */
export function LazyBox({ open, children }: Props) {
  return (
    open && (
      <SafetyNet>
        <Suspense fallback={null}>{children}</Suspense>
      </SafetyNet>
    )
  )
}
