import { join } from 'node:path'
import { loadPlaces } from '../../../../src/edge/sources/places.ts'

/** The places as they are shipped. */
export const served = await loadPlaces(join(import.meta.dirname, '../../../../data/places'))
