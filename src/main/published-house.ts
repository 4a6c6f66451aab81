import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from '../core/dialog/house.ts'
import { publishedFolders } from '../edge/sources/document-texts.ts'
import { bundleSource, readBundle } from '../edge/sources/flows.ts'
import { loadHouse } from '../edge/sources/house.ts'
import { keepBundle, readBundles } from '../edge/storage/bundle-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Published } from '../work/ports/documents.ts'

/**
 * The house with a release over the shipped files, and with all flows that anybody still stands on. The files are
 * laid out in HEARTH_DATA/published; without HEARTH_DATA below the folder of temporary files.
 */
export async function loadPublished(
  storage: Storage,
  { district, data }: { readonly district: string; readonly data?: string | undefined },
  { texts }: Published,
): Promise<House> {
  const home = join(data ?? join(tmpdir(), 'hearth'), 'published')
  const house = await loadHouse(district, await publishedFolders(home, texts))
  const current = house.bundles[house.current]
  if (current) await keepBundle(storage.turn, current.hash, 'bundle', bundleSource(current))
  const stored = await readBundles(storage.turn)
  const old = stored.map(({ hash, source }) => [hash, readBundle(hash, source)] as const)
  return { ...house, bundles: { ...Object.fromEntries(old), ...house.bundles } }
}
