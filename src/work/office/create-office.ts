import type { Office } from '../ports/office.ts'
import type { OfficeParts } from './parts.ts'

/** The rooms of the office, each over the same files. */
export function createOffice({ files }: OfficeParts): Office {
  return { households: files }
}
