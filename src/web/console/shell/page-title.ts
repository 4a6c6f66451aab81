import { useEffect } from 'react'
import { createSignal } from '../../shared/signal.ts'

/** What the screen is about; the shell makes the title of the window of it. */
export const pageTitle = createSignal('')

/** Names the screen while it is shown. */
export function usePageTitle(words: string): void {
  useEffect(() => {
    pageTitle.set(words)
    return () => pageTitle.set('')
  }, [words])
}
