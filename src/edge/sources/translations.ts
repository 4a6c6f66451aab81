import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Translations } from '../../core/dialog/check/translations.ts'
import type { Language, Languages } from '../../core/dialog/translate/language.ts'
import { problem } from '../../core/errors.ts'

/** `<key>: { text, of }`; `of` is the mark of the source text that was translated. */
const translationFile = z.record(z.string(), z.strictObject({ text: z.string(), of: z.string() }))

const words = z.record(z.string(), z.array(z.string().min(1)))

/** locales/<language>/language.yaml */
const languageFile = z.strictObject({
  name: z.string().min(1),
  words: z.array(z.string().min(1)).min(1),
  hears: z.strictObject({ whole: words, within: words }),
})

const PLACE = /^locales\/(?!zh-CN\/)([a-z]{2,3}(?:-\w+)?)\/([\w-]+)\.yaml$/

/** Files of a language that are no translation of a flow. */
const OTHERS: readonly string[] = ['language', 'system', 'page']

/** Texts of flows in other languages, by flow and language, from locales/<language>/<flow>.yaml. */
export function readTranslations(
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, Translations>> {
  const found: Record<string, Record<string, Translations[string]>> = {}
  for (const [path, text] of texts) {
    const [, language, file] = PLACE.exec(path) ?? []
    if (language === undefined || file === undefined || OTHERS.includes(file)) continue
    const flow = flowOf(file)
    const read = translationFile.safeParse(parsed(text))
    found[flow] = { ...found[flow], [language]: read.success ? read.data : {} }
  }
  return found
}

/** Every language that has a language.yaml. Throws bad_data naming the file. */
export async function loadLanguages(locales: string): Promise<Languages> {
  const folders = await readdir(locales, { withFileTypes: true })
  const codes = folders.filter((each) => each.isDirectory() && each.name !== 'zh-CN')
  const found = await Promise.all(
    codes.map(async ({ name }) => [name, await loadLanguage(join(locales, name), name)] as const),
  )
  return Object.fromEntries(found.flatMap(([code, each]) => (each ? [[code, each]] : [])))
}

async function loadLanguage(folder: string, code: string): Promise<Language | null> {
  const names = await readdir(folder)
  if (!names.includes('language.yaml')) return null
  const read = async <Shape>(name: string, shape: z.ZodType<Shape>): Promise<Shape> => {
    const checked = shape.safeParse(parsed(await readFile(join(folder, name), 'utf8')))
    if (checked.success) return checked.data
    throw problem('bad_data', { file: `locales/${code}/${name}` }, checked.error)
  }
  const flows = names.filter((name) => {
    return name.endsWith('.yaml') && !OTHERS.includes(name.slice(0, -'.yaml'.length))
  })
  const translated = await Promise.all(
    flows.map(async (name) => {
      return [flowOf(name.slice(0, -'.yaml'.length)), await read(name, translationFile)] as const
    }),
  )
  return {
    ...(await read('language.yaml', languageFile)),
    phrases: names.includes('system.yaml') ? await read('system.yaml', translationFile) : {},
    flows: Object.fromEntries(translated),
  }
}

/** help-request.yaml holds the flow help_request. */
const flowOf = (file: string): string => file.replaceAll('-', '_')

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}
