import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { parse } from 'yaml'
import type { Translations } from '../../../core/dialog/check/translations.ts'
import type { Wording } from '../../../core/dialog/check/wording.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { get } from '../../shared/api/call.ts'
import { documentPath, type Opened, useDocuments } from '../api/documents.ts'
import { partsOf } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'
import type { Beside } from './check-flow.ts'
import { readFlow } from './read-flow.ts'

const WORDING = 'locales/zh-CN/wording.yaml'

/** `locales/en/help-request.yaml`: language and flow. */
const TRANSLATION = /^locales\/(?!zh-CN\/)([\w-]+)\/([\w-]+)\.yaml$/

/** The documents that a flow is held against, as they are now, drafts too; null until all of them are here. */
export function useBeside({ path, base }: Pick<Opened, 'path' | 'base'>): Beside | null {
  const documents = useDocuments()
  const lines = documents.data?.documents ?? []
  const paths = lines
    .filter((line) => line.kind === 'flow' || line.path === WORDING || TRANSLATION.test(line.path))
    .map((line) => line.path)
    .filter((each) => each !== path)
  const texts = useQueries({
    queries: paths.map((each) => ({
      queryKey: ['beside', each],
      queryFn: () => get<Opened>(documentPath(each)),
      staleTime: 60_000,
    })),
    combine: (found) =>
      found.flatMap(({ data }) => (data ? [[data.path, data.text] as const] : [])),
  })
  const isHere = documents.data !== undefined && texts.length === paths.length
  return useMemo(() => (isHere ? besideOf(new Map(texts), base) : null), [isHere, texts, base])
}

function besideOf(texts: ReadonlyMap<string, string>, base: string): Beside {
  const others = new Map<string, Flow>()
  const translations: Record<string, Record<string, Translations[string]>> = {}
  for (const [path, text] of texts) {
    const [, language, file] = TRANSLATION.exec(path) ?? []
    if (language !== undefined && file !== undefined) {
      const flow = file.replaceAll('-', '_')
      translations[flow] = {
        ...translations[flow],
        [language]: plain(text) as Translations[string],
      }
      continue
    }
    const flow = path === WORDING ? null : flowOf(text)
    if (flow) others.set(path, flow)
  }
  const wording = texts.get(WORDING)
  return {
    ...{ others, translations, before: flowOf(base) },
    ...(wording === undefined ? {} : { wording: plain(wording) as Wording }),
  }
}

function flowOf(text: string): Flow | null {
  const parts = partsOf(text)
  return parts ? readFlow(parts).flow : null
}

function plain(text: string): object {
  try {
    const value: unknown = parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
