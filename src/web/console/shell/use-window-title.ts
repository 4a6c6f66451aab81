import { useEffect } from 'react'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { pageTitle } from './page-title.ts'

/** Title of the window: dangers first, so that they are seen from another tab too. */
export function useWindowTitle(dangers: number): void {
  const words = useSignal(pageTitle)
  useEffect(() => {
    const danger = dangers > 0 ? say('crisis_bar.title', { count: dangers }) : ''
    document.title = [danger, words, say('name')].filter((part) => part !== '').join(' · ')
  }, [words, dangers])
}
