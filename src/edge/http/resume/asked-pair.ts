import type { ResumePair } from '../../../work/ports/resume.ts'

/** Number and phone as people type them: full-width digits, spaces, +86; null = cannot be a pair. */
export function askedPair(number: string, phone: string): ResumePair | null {
  const digits = digitsOf(number)
  const called = digitsOf(phone).replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (digits.length !== 8 || called.length < 7 || called.length > 12) return null
  return { number: `${digits.slice(0, 4)}-${digits.slice(4)}`, phone: called }
}

export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
