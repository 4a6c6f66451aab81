import { useMemo } from 'react'
import { type Opened, useDocuments, useTexts } from '../api/documents.ts'
import { TRANSLATION, WORDING } from './beside-of.ts'

/** Texts by path, with the text of the edited flow that is in force. */
export type BesideTexts = {
  readonly texts: readonly (readonly [string, string])[]
  readonly base: string
}

/** The documents that a flow is held against, as they are now, drafts too; null until all of them are here. */
export function useBeside({ path, kind, base }: Pick<Opened, 'path' | 'kind' | 'base'>) {
  const documents = useDocuments()
  const lines = kind === 'flow' ? (documents.data?.documents ?? []) : []
  const paths = lines
    .filter((line) => line.kind === 'flow' || line.path === WORDING || TRANSLATION.test(line.path))
    .map((line) => line.path)
    .filter((each) => each !== path)
  const texts = useTexts(paths)
  const isHere = documents.data !== undefined && texts.length === paths.length
  return useMemo((): BesideTexts | null => (isHere ? { texts, base } : null), [isHere, texts, base])
}
