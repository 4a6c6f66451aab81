import { parse } from 'yaml'
import type { Translations } from '../../../core/dialog/check/translations.ts'
import type { Wording } from '../../../core/dialog/check/wording.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { partsOf } from '../yaml/parts.ts'
import { isRecord } from '../yaml/render.ts'
import type { Beside } from './check-flow.ts'
import { readFlow } from './read-flow.ts'

export const WORDING = 'locales/zh-CN/wording.yaml'

/** `locales/en/help-request.yaml`: language and flow. */
export const TRANSLATION = /^locales\/(?!zh-CN\/)([\w-]+)\/([\w-]+)\.yaml$/

/** The texts of documents, by path, as what a flow is held against; `base`: its own text that is in force. */
export function besideOf(texts: readonly (readonly [string, string])[], base: string): Beside {
  const translations: Record<string, Record<string, Translations[string]>> = {}
  for (const [path, text] of texts) {
    const [, language, file] = TRANSLATION.exec(path) ?? []
    if (language === undefined || file === undefined) continue
    const flow = file.replaceAll('-', '_')
    translations[flow] = { ...translations[flow], [language]: plain(text) as Translations[string] }
  }
  const wording = texts.find(([path]) => path === WORDING)?.[1]
  return {
    ...{ others: flowsIn(texts), translations, before: flowOf(base) },
    ...(wording === undefined ? {} : { wording: plain(wording) as Wording }),
  }
}

/** The flows among documents that can be read. */
export function flowsIn(texts: readonly (readonly [string, string])[]): ReadonlyMap<string, Flow> {
  const flows = texts.flatMap(([path, text]) => {
    const flow = path.startsWith('flows/') ? flowOf(text) : null
    return flow ? [[path, flow] as const] : []
  })
  return new Map(flows)
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
