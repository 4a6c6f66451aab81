import { z } from 'zod'
import type { Wording } from '../../core/dialog/check/wording.ts'
import { readYaml } from './read-yaml.ts'

const words = z.array(z.string().min(1))

const schema = z.strictObject({
  blame: words,
  promises: words,
  officialese: words,
  machine: words,
  impolite: z.string().min(1),
  impolite_except: words,
  person: words,
})

/** What texts to residents may not say, in one language. */
export const loadWording = (path: string): Promise<Wording> => readYaml(path, schema)
