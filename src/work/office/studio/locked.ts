import { kindOf } from '../../../core/contract/studio/document-kinds.ts'
import type { Change, Findings } from '../../ports/documents.ts'

/**
 * Whether a change touches words that were agreed with safety people and lawyers: flows of danger and their
 * translations, questions of consent, words by which danger is heard, numbers to call.
 */
export function isLocked(changes: readonly Change[], { problems }: Findings): boolean {
  return (
    problems.some(({ code }) => code === 'danger_changed' || code === 'consent_changed') ||
    changes.some(touchesDanger)
  )
}

function touchesDanger({ path, before, after }: Change): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  switch (kindOf(path)) {
    case 'hotlines':
      return true
    case 'lexicon':
      return DANGER_WORDS.has(name)
    case 'flow':
      return [before, after].some((text) => /^kind: *interrupt\b/m.test(text ?? ''))
    case 'texts':
      return name === 'crisis.yaml' || consentLines(before) !== consentLines(after)
    default:
      return false
  }
}

const DANGER_WORDS = new Set(['crisis.yaml', 'danger-families.yaml', 'signs.yaml', 'frames.yaml'])

/** Translations stand under `<step>.<field>`. */
const consentLines = (text: string | null): string =>
  (text ?? '').match(/^.*\bconsent\b.*(?:\n {2,}.*)*/gm)?.join('\n') ?? ''
