/** Characters of a name that are looked through: longer ones are not names. */
export const LONGEST = 12

/**
 * Under which parts a person can be found: each piece of the name of two characters or more, the
 * surname, and the last four digits of the phone. Only blind indexes of them are stored.
 */
export function tokensOf(name: string | null, phone: string | null): readonly string[] {
  const characters = [...tidy(name ?? '')].slice(0, LONGEST)
  const pieces = characters.flatMap((_, from) =>
    characters.slice(from + 1).map((_, more) => characters.slice(from, from + more + 2).join('')),
  )
  const [surname] = characters
  const digits = (phone ?? '').replaceAll(/\D/g, '')
  return [
    ...(surname === undefined ? [] : [`name:${surname}`]),
    ...new Set(pieces.map((piece) => `name:${piece}`)),
    ...(digits.length >= 4 ? [`tail:${digits.slice(-4)}`] : []),
  ]
}

/** The token that a typed text asks for. */
export function tokenFor(typed: string): string {
  const text = tidy(typed)
  return /^\d{4}$/.test(text) ? `tail:${text}` : `name:${text}`
}

const tidy = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
