import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, shanghai } from '../core/time.ts'
import { gazetteer } from '../core/understanding/place/gazetteer.ts'
import { run as auditVerify } from '../edge/cli/commands/audit-verify.ts'
import { run as doctor } from '../edge/cli/commands/doctor.ts'
import { machineChecks } from '../edge/cli/machine-checks.ts'
import type { Config } from '../edge/config.ts'
import { loadModels, loadParameters } from '../edge/sources/assessment.ts'
import { FOLDERS, loadHouse } from '../edge/sources/house.ts'
import { loadPlaces } from '../edge/sources/places.ts'
import { verifyAudit } from '../edge/storage/audit/verify-audit.ts'
import { queueSnapshot } from '../edge/storage/cases/queue-snapshot.ts'
import { startEmbedded } from '../edge/storage/embedded/embedded.ts'
import { migrate } from '../edge/storage/migrate.ts'
import { openStorage } from '../edge/storage/open-storage.ts'
import { readProposals } from '../edge/storage/place-proposals.ts'
import { rotateKeys } from '../edge/storage/seal/rotate-keys.ts'
import { storageChecks } from '../edge/storage/storage-checks.ts'
import type { AuditHead } from '../work/ports/audit.ts'
import type { Check } from '../work/ports/check.ts'
import { HOME_DISTRICT } from './home.ts'

const { stdin, stdout } = process

export async function migrateStorage({ DATABASE_URL, HEARTH_DATA }: Config) {
  if (DATABASE_URL !== undefined) return migrate(DATABASE_URL)
  const server = await startEmbedded(HEARTH_DATA)
  return migrate(server.url).finally(server.stop)
}

export const loadGazetteer = async () => gazetteer(await loadPlaces(join(FOLDERS.data, 'places')))

export async function assessIo() {
  const today = () => shanghai(Date.now()).day
  return { stdin, stdout, models: loadModels, parameters: loadParameters, today }
}

export async function loadProposals(config: Config) {
  const storage = await openStorage(config)
  return readProposals(storage.turn).finally(storage.close)
}

/** `hearth queue`: a JSON line a case, in queue order; no names, no words. */
export async function runQueue(args: readonly string[], config: Config): Promise<number> {
  if (args.length > 0) {
    stdout.write(
      'hearth queue: open cases for operators, a JSON line each, no personal data.\n' +
        'Uses DATABASE_URL or the embedded server of HEARTH_DATA. Exit code: 0, 2 for a wrong call.\n',
    )
    return args.includes('--help') ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    for (const line of await queueSnapshot(storage.turn)) {
      const opened = new Date(line.opened).toISOString()
      stdout.write(`${JSON.stringify(withoutNulls({ ...line, opened }))}\n`)
    }
    return 0
  } finally {
    await storage.close()
  }
}

const withoutNulls = (line: object) =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null))

export function runDoctor(args: readonly string[], config: Config): Promise<number> {
  const checks = [...machineChecks(config.HEARTH_DATA), ...storageChecks(config), ...fileChecks()]
  return doctor(args, { stdout, checks })
}

/** Do flows, lexicons, places and models load, and are the dated parameters fresh? */
function fileChecks(): readonly Check[] {
  return [
    {
      name: 'flows and data',
      run: async () => {
        const house = await loadHouse(HOME_DISTRICT)
        const flows = Object.keys(house.bundles[house.current]?.flows ?? {})
        return {
          level: 'ok',
          says: `Flows ${flows.join(', ')}; bundle ${house.current.slice(0, 12)}.`,
        }
      },
    },
    {
      name: 'parameters',
      run: async () => {
        const limit = addDays(shanghai(Date.now()).day, -OLDEST_PARAMETER)
        const newest = new Map<string, string>()
        for (const { name, region, validFrom } of await loadParameters()) {
          const key = `${region}/${name}`
          if ((newest.get(key) ?? '') < validFrom) newest.set(key, validFrom)
        }
        const old = [...newest].filter(([, from]) => from < limit).map(([key]) => key)
        if (old.length === 0) return { level: 'ok', says: 'All are younger than 13 months.' }
        return { level: 'warn', says: `Look up and renew in data/parameters: ${old.join(', ')}.` }
      },
    },
  ]
}

/** Lines change every July: one older than 13 months has been missed (domain: Shanghai 低保 line). */
const OLDEST_PARAMETER = 396

export async function runAudit(args: readonly string[], config: Config): Promise<number> {
  const storage = await openStorage(config)
  const readText = (path: string) => readFile(path, 'utf8')
  const verify = (earlier: readonly AuditHead[]) => verifyAudit(storage.audit, earlier)
  return auditVerify(args, { stdout, readText, verify }).finally(storage.close)
}

/** `hearth keys rotate`: afterwards the older keys may leave the ring. May be killed and run again. */
export async function runRotation(args: readonly string[], config: Config): Promise<number> {
  if (args.length > 0) {
    stdout.write(
      'hearth keys rotate: wraps every data key anew with the current key of HEARTH_KEYS.\n' +
        'Safe beside a running house; may be killed and run again. Exit code: 0, 2 for a wrong call.\n',
    )
    return args.includes('--help') ? 0 : 2
  }
  const storage = await openStorage(config)
  try {
    const count = await rotateKeys(storage.turn, storage.ring)
    stdout.write(`${count} keys wrapped anew\n`)
    return 0
  } finally {
    await storage.close()
  }
}
