import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { PHRASE_KEYS, type Phrases } from '../../core/conditions/say.ts'
import { problem } from '../../core/errors.ts'

const LOCALES = new URL('../../../locales/', import.meta.url)

const phraseFile = z.strictObject(
  Object.fromEntries(PHRASE_KEYS.map((key) => [key, z.string().min(1)])),
)

/** The words by which conditions are read out in a language: locales/<language>/conditions.yaml. */
export async function loadConditionPhrases(
  language: string,
  locales: URL = LOCALES,
): Promise<Phrases> {
  const text = await readFile(new URL(`${language}/conditions.yaml`, locales), 'utf8')
  const checked = phraseFile.safeParse(parse(text))
  if (checked.success) return checked.data as Phrases
  throw problem('bad_data', { file: `${language}/conditions.yaml`, problems: checked.error.issues })
}
