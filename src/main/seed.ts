import type { Config } from '../edge/config.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { isSampleStore, seedDemonstration } from './demonstration.ts'
import { HOME_DISTRICT } from './home.ts'
import { openEngine } from './open-engine.ts'

const HELP = `hearth seed: fills the store with the invented district of the demonstration (样例数据).

Refuses a store that holds cases of real people. Exit code: 0, 1 refused, 2 for a wrong call.
`

/** `hearth seed`. */
export async function runSeed(args: readonly string[], config: Config): Promise<number> {
  if (args.length > 0) {
    process.stdout.write(HELP)
    return args.includes('--help') ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    if (!(await isSampleStore(storage))) {
      process.stderr.write('This store holds real cases: nothing was seeded.\n')
      return 1
    }
    const engine = await openEngine(storage, { district: HOME_DISTRICT })
    const { rest } = await seedDemonstration(storage, engine, {
      announce: () => {},
      say: (line) => process.stdout.write(`${line}\n`),
    })
    await rest(new AbortController().signal)
    await engine.engine.stop()
    return 0
  } finally {
    await storage.close()
  }
}
