import { type ClipboardEvent, useState } from 'react'
import type { z } from 'zod'
import type { Attached } from '../../../core/contract/desk/talk.ts'
import { send, sentenceOf } from '../../shared/api/call.ts'
import type { AttachedFile } from './drafts.ts'

export type Attaching = {
  readonly busy: boolean
  /** Sentences on what was not taken. */
  readonly refused: readonly string[]
  readonly add: (files: readonly File[]) => void
}

/** Brings files into the house, where they are cleaned and kept; the reply names them later. */
export function useAttach(
  number: string,
  taken: (files: readonly AttachedFile[]) => void,
): Attaching {
  const [busy, wait] = useState(false)
  const [refused, refuse] = useState<readonly string[]>([])
  async function add(files: readonly File[]) {
    if (files.length === 0 || busy) return
    wait(true)
    const form = new FormData()
    for (const file of files) form.append('files', file)
    try {
      const answer = await send<z.infer<typeof Attached>>(`/api/desk/cases/${number}/files`, form)
      taken(answer.kept)
      refuse([...new Set(answer.refused.map(({ message }) => message))])
    } catch (error) {
      refuse([sentenceOf(error)])
    } finally {
      wait(false)
    }
  }
  return { busy, refused, add: (files) => void add(files) }
}

/** Pictures from the clipboard; pasted words stay words. */
export function pastedFiles(event: ClipboardEvent): readonly File[] {
  const files = [...event.clipboardData.files]
  if (files.length > 0) event.preventDefault()
  return files
}
