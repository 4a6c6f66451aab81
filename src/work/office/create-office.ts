import type { Office } from '../ports/office.ts'
import type { OfficeParts } from './parts.ts'
import { createServices } from './services/create-services.ts'

/** The rooms of the office, each over the same files. */
export function createOffice(parts: OfficeParts): Office {
  return {
    households: parts.files,
    services: createServices(parts),
  }
}
