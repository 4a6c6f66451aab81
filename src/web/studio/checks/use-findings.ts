import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Checked, Finding } from '../../../core/contract/studio/documents.ts'
import { post } from '../../shared/api/call.ts'
import type { Kind } from '../api/documents.ts'
import { type Beside, checkFlow } from './check-flow.ts'

/** Milliseconds without a key before the text is looked at: here, and on the server. */
const PAUSE = { here: 120, server: 700 } as const

export type Findings = {
  readonly findings: readonly Finding[]
  /** False while they belong to an older text. */
  readonly isFresh: boolean
}

/** What is wrong with a document as it is written now. Flows are checked here, all others by the server. */
export function useFindings(
  { path, kind }: { readonly path: string; readonly kind: Kind },
  text: string,
  beside: Beside | null,
): Findings {
  const [found, setFound] = useState<{ of: string; findings: readonly Finding[] } | null>(null)
  useEffect(() => {
    let gone = false
    const keep = (findings: readonly Finding[]) => !gone && setFound({ of: text, findings })
    const isFlow = kind === 'flow'
    const look = () => {
      if (!isFlow) void ask(path, text, keep)
      else if (beside) keep(checkFlow(path, text, beside))
    }
    const timer = setTimeout(look, isFlow ? PAUSE.here : PAUSE.server)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [path, kind, text, beside])
  return { findings: found?.findings ?? [], isFresh: found?.of === text }
}

/** A server that cannot be reached finds nothing; it looks again before anything is submitted. */
async function ask(path: string, text: string, keep: (findings: readonly Finding[]) => void) {
  const body = { texts: { [path]: text }, talks: false }
  const checked = await post<z.infer<typeof Checked>>('/api/studio/check', body).catch(() => null)
  const problems = (checked?.problems ?? []) as readonly Finding[]
  keep(problems.filter((each) => each.path === path))
}
