import { parse } from 'yaml'
import { z } from 'zod'
import type { Translations } from '../../core/dialog/check/translations.ts'

/** `<step>.<field>: { text, of }`; `of` is the mark of the source text that was translated. */
const translationFile = z.record(z.string(), z.strictObject({ text: z.string(), of: z.string() }))

const PLACE = /^locales\/(?!zh-CN\/)([a-z]{2,3}(?:-\w+)?)\/([\w-]+)\.yaml$/

/** Texts of flows in other languages, by flow and language, from locales/<language>/<flow>.yaml. */
export function readTranslations(
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, Translations>> {
  const found: Record<string, Record<string, Translations[string]>> = {}
  for (const [path, text] of texts) {
    const [, language, file] = PLACE.exec(path) ?? []
    if (language === undefined || file === undefined) continue
    const flow = file.replaceAll('-', '_')
    const read = translationFile.safeParse(parsed(text))
    found[flow] = { ...found[flow], [language]: read.success ? read.data : {} }
  }
  return found
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}
