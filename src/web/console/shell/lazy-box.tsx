import { type ReactNode, Suspense } from 'react'

type Props = { readonly open: boolean; readonly children: ReactNode }

/** Draws a box, and fetches its file, only while it is open. */
export function LazyBox({ open, children }: Props) {
  return open && <Suspense fallback={null}>{children}</Suspense>
}
