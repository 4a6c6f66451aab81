import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { House } from '../../core/dialog/house.ts'
import { locateIn } from '../../core/dialog/pack-house.ts'
import { DEFAULT_MODEL, loadModel, loadParameters } from './assessment.ts'
import { loadClocks } from './clocks.ts'
import { loadFlows } from './flows.ts'
import { loadHotlines } from './hotlines.ts'
import { loadLexicons } from './lexicons.ts'
import { loadPhrases } from './phrases.ts'
import { loadTown } from './routing.ts'
import { loadLanguages } from './translations.ts'
import { loadWeights } from './weights.ts'
import { loadWording } from './wording.ts'

/** Where the files that people edit stand. */
export type Folders = { readonly flows: string; readonly locales: string; readonly data: string }

const ROOT = join(import.meta.dirname, '../../..')

export const FOLDERS: Folders = {
  flows: join(ROOT, 'flows'),
  locales: join(ROOT, 'locales'),
  data: join(ROOT, 'data'),
}

/** Reads and checks everything that a house knows. Throws bad_flow or bad_data naming file and field. */
export async function loadHouse(district: string, folders: Folders = FOLDERS): Promise<House> {
  const { flows, locales, data } = folders
  const chinese = join(locales, 'zh-CN')
  const [bundle, lexicons, town, clocks, hotlines, model, parameters, phrases, wording, weights] =
    await Promise.all([
      loadFlows(flows),
      loadLexicons(join(chinese, 'understanding')),
      loadTown(data, district),
      loadClocks(join(data, 'clocks', 'default.yaml')),
      loadHotlines(join(data, 'hotlines')),
      loadModel(DEFAULT_MODEL, pathToFileURL(`${data}/`)),
      loadParameters(pathToFileURL(`${data}/`)),
      loadPhrases(join(chinese, 'system.yaml')),
      loadWording(join(chinese, 'wording.yaml')),
      loadWeights(join(chinese, 'weights', 'danger.json')),
    ])
  const languages = await loadLanguages(locales)
  return {
    city: district.slice(0, 4),
    district,
    current: bundle.hash,
    bundles: { [bundle.hash]: bundle },
    knowledge: { lexicons, weights, locate: locateIn(town.places) },
    model,
    parameters,
    town,
    clocks,
    hotlines,
    wording,
    phrases,
    languages,
  }
}
