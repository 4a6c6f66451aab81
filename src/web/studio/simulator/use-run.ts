import { useEffect, useState } from 'react'
import { studioWorker } from '../worker/ask-worker.ts'
import type { TalkRun } from './player.ts'
import type { Unplayable } from './view.ts'

/** Milliseconds without a change before all talks are played anew. */
const REST = 1_200

export type Run = {
  readonly run: TalkRun | null
  readonly broken: Unplayable | null
  readonly running: boolean
}

/**
 * All these talks, played in the page on the flows as they are written; played anew when a text changes.
 * `flow`: the flow that is being written, with its text.
 */
export function useRun(
  talks: Readonly<Record<string, string>> | null,
  flow: { readonly path: string; readonly text: string } | null,
): Run {
  const [state, setState] = useState<Run>({ run: null, broken: null, running: false })
  const { path, text } = flow ?? {}
  useEffect(() => {
    if (!talks) return
    let over = false
    const play = async () => {
      setState((before) => ({ ...before, running: true }))
      if (path !== undefined && text !== undefined) await studioWorker().change(path, text)
      const found = await studioWorker().run(talks)
      if (over) return
      const isRun = 'results' in found
      setState({ run: isRun ? found : null, broken: isRun ? null : found, running: false })
    }
    const stop = () => setState((before) => ({ ...before, running: false }))
    const timer = setTimeout(() => void play().catch(stop), REST)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [talks, path, text])
  return state
}
