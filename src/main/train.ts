import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../edge/cli/commands/train.ts'
import { loadExamples } from '../edge/sources/examples.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadLexicons } from '../edge/sources/lexicons.ts'
import { loadWeights } from '../edge/sources/weights.ts'

const CHINESE = join(FOLDERS.locales, 'zh-CN')
const WEIGHTS = join(CHINESE, 'weights', 'danger.json')

/** `hearth train`: the same examples make the same file, byte for byte. */
export const runTrain = (args: readonly string[]): Promise<number> =>
  run(args, {
    stdout: process.stdout,
    lexicons: () => loadLexicons(join(CHINESE, 'understanding')),
    examples: () => loadExamples(join(CHINESE, 'examples')),
    weights: async () => (existsSync(WEIGHTS) ? loadWeights(WEIGHTS) : undefined),
    save: (text) => writeFile(WEIGHTS, text),
  })
