import { startEmbedded } from './embedded/embedded.ts'
import { migrate } from './migrate.ts'
import { openPool, type Pool } from './pool.ts'
import { readServerFacts, refuseUnsafe } from './safety.ts'
import { checkKeys, markKey } from './seal/check-keys.ts'
import type { KeyRing } from './seal/key-ring.ts'
import { loadKeys } from './seal/load-keys.ts'

export type StorageSettings = {
  readonly HEARTH_DATA: string
  readonly DATABASE_URL?: string | undefined
  readonly HEARTH_KEYS?: string | undefined
}

export type Storage = {
  readonly turn: Pool
  /** The same role, for what happens after a turn: sending and the rounds. Taking in never waits behind it. */
  readonly after: Pool
  /** The same role, for the inbox alone: a platform waits for it while all others are at work. */
  readonly inbox: Pool
  readonly desk: Pool
  readonly audit: Pool
  readonly ring: KeyRing
  readonly embedded: boolean
  /** Codes of what an operator should know: `keys_generated`, `login_superuser`. */
  readonly warnings: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * The database, ready to be used: started or joined, migrated, found safe, and all keys there.
 * Throws a problem that says what is missing; nothing is left running then.
 */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const place = await openDatabase(settings)
  const pools: Pool[] = []
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await place.stop()
  }
  try {
    const { ring, generated } = loadKeys(settings.HEARTH_KEYS, settings.HEARTH_DATA)
    await migrate(place.url)
    const turn = openPool({ url: place.url, role: 'hearth_turn', pipeline: true })
    const after = openPool({ url: place.url, role: 'hearth_turn', max: 4 })
    const inbox = openPool({ url: place.url, role: 'hearth_turn', max: 1 })
    const desk = openPool({ url: place.url, role: 'hearth_desk' })
    const audit = openPool({ url: place.url, role: 'hearth_audit', max: 2 })
    pools.push(turn, after, inbox, desk, audit)
    const facts = await readServerFacts(turn)
    refuseUnsafe(facts)
    await checkKeys(turn, ring)
    await markKey(turn, ring)
    const warnings = [
      ...(generated ? ['keys_generated'] : []),
      ...(facts.login_superuser ? ['login_superuser'] : []),
    ]
    return { turn, after, inbox, desk, audit, ring, embedded: place.embedded, warnings, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openDatabase({ DATABASE_URL, HEARTH_DATA }: StorageSettings) {
  if (DATABASE_URL !== undefined) {
    return { url: DATABASE_URL, embedded: false, stop: async () => {} }
  }
  const { url, stop } = await startEmbedded(HEARTH_DATA)
  return { url, embedded: true, stop }
}
