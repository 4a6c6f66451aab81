import type { Problem } from '../../core/errors.ts'
import type { Texts } from './texts.ts'

/** What went wrong, in the reader's language where there is a text for it. */
export function sentence(found: Problem, texts: Texts): string {
  const key = `trouble.${found.code}`
  if (!texts.has(key)) return found.message
  return texts.say(key, { by: String(found.details.by ?? '') })
}
