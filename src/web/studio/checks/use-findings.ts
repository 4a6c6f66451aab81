import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Checked, Finding } from '../../../core/contract/studio/documents.ts'
import { post } from '../../shared/api/call.ts'
import type { Kind } from '../api/documents.ts'
import { studioWorker } from '../worker/ask-worker.ts'
import type { BesideTexts } from './use-beside.ts'

/** Milliseconds without a key before the text is looked at: beside the page, and on the server. */
const PAUSE = { here: 120, server: 700 } as const

export type Findings = {
  readonly findings: readonly Finding[]
  /** False while they belong to an older text. */
  readonly isFresh: boolean
  /** Nothing checks here any more: the worker of this page has failed. */
  readonly isLost: boolean
}

/** What is wrong with a document as it is written now. Flows are checked beside the page, all others by the server. */
export function useFindings(
  { path, kind }: { readonly path: string; readonly kind: Kind },
  text: string,
  beside: BesideTexts | null,
): Findings {
  const [found, setFound] = useState<{ of: string; findings: readonly Finding[] } | null>(null)
  const [isLost, lose] = useState(false)
  const isFlow = kind === 'flow'
  useEffect(() => {
    if (isFlow && beside)
      studioWorker()
        .beside(beside.texts, beside.base)
        .catch(() => lose(true))
  }, [isFlow, beside])
  useEffect(() => {
    if (isFlow && !beside) return
    let isGone = false
    const look = async () => {
      const findings = isFlow ? await studioWorker().check(path, text) : await ask(path, text)
      if (!isGone) setFound({ of: text, findings })
    }
    const timer = setTimeout(
      () => void look().catch(() => lose(true)),
      isFlow ? PAUSE.here : PAUSE.server,
    )
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [path, isFlow, text, beside])
  return { findings: found?.findings ?? [], isFresh: found?.of === text, isLost }
}

/** A server that cannot be reached finds nothing; it looks again before anything is submitted. */
async function ask(path: string, text: string): Promise<readonly Finding[]> {
  const body = { texts: { [path]: text }, talks: false }
  const checked = await post<z.infer<typeof Checked>>('/api/studio/check', body).catch(() => null)
  return (checked?.problems ?? []).filter((each) => each.path === path)
}
