import { useQueries, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  DocumentKind,
  DocumentLine,
  Documents,
  OpenedDocument,
} from '../../../core/contract/studio/documents.ts'
import { get } from '../../shared/api/call.ts'

export type Kind = z.infer<typeof DocumentKind>
export type Line = z.infer<typeof DocumentLine>
export type Opened = z.infer<typeof OpenedDocument>

export function useDocuments() {
  return useQuery({
    queryKey: ['documents'],
    queryFn: () => get<z.infer<typeof Documents>>('/api/studio/documents'),
  })
}

export const documentPath = (path: string): string =>
  `/api/studio/document?path=${encodeURIComponent(path)}`

/** The texts of some documents as they are now, drafts too, by path; those that are here already. */
export function useTexts(paths: readonly string[]): readonly (readonly [string, string])[] {
  return useQueries({
    queries: paths.map((path) => ({
      queryKey: ['beside', path],
      queryFn: () => get<Opened>(documentPath(path)),
      staleTime: 60_000,
    })),
    combine: textsIn,
  })
}

const textsIn = (found: readonly { readonly data?: Opened | undefined }[]) =>
  found.flatMap(({ data }) => (data ? [[data.path, data.text] as const] : []))

/** Asked for once: what is being written must not change under one's hands. */
export function useOpened(path: string) {
  return useQuery({
    queryKey: ['document', path],
    queryFn: () => get<Opened>(documentPath(path)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
