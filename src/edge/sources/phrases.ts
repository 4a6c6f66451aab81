import { z } from 'zod'
import { readYaml } from './read-yaml.ts'

/** The system phrases of one language: flat keys, each a text. */
export const loadPhrases = (path: string): Promise<Readonly<Record<string, string>>> =>
  readYaml(path, z.record(z.string(), z.string()))
