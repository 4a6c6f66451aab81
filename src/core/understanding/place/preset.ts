import type { Gazetteer } from './gazetteer.ts'

/** The street or committee of a link or QR code. */
export type Preset = { readonly street: string; readonly committee?: string }

/**
 * `?street=310106014`, `?committee=310105002007` or the bare code, as links and QR codes carry it;
 * undefined for anything that the places do not hold, so that a wrong poster places nobody.
 */
export function presetOf(query: string, places: Gazetteer): Preset | undefined {
  const code = /(?:^|[?&](?:street|committee|place)=)(\d{12}|\d{9})(?:$|[&#])/.exec(
    query.trim(),
  )?.[1]
  if (code === undefined) return undefined
  const street = code.slice(0, 9)
  if (!places.streets.has(street)) return undefined
  if (code.length === 9) return { street }
  return places.committees.has(code) ? { street, committee: code } : undefined
}
