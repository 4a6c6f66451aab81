import { TEXT_LIMIT } from '../../../core/contract/limits.ts'
import { problem } from '../../../core/errors.ts'

/**
 * A text as it is taken in: whole, but without NUL (PostgreSQL has no place for it) and without halves
 * of surrogate pairs, which are no characters. Longer than the limit is refused, never cut.
 */
export function said(text: string): string {
  const clean = Buffer.from(text.replaceAll('\0', '')).toString()
  if (clean.length > TEXT_LIMIT) throw problem('too_large', { field: 'text', limit: TEXT_LIMIT })
  return clean
}
