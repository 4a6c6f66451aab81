import type { Log } from '../edge/log.ts'
import { documentFiles } from '../edge/sources/check-documents.ts'
import { documentStore } from '../edge/storage/documents/document-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { createStudio } from '../work/office/studio/create-studio.ts'
import { publisherOf } from '../work/office/studio/keep-house.ts'
import { publishDue } from '../work/office/studio/publish-release.ts'
import type { Studio } from '../work/ports/studio.ts'
import { HOME_DISTRICT } from './home.ts'
import { type Engine, pause } from './open-engine.ts'

export type OpenedStudio = {
  readonly studio: Studio
  /** What the clock does: publishes what is due, takes over what was published. */
  readonly watch: (log: Log) => { readonly stop: () => Promise<void> }
}

/** How often a process looks for what is due and what was published elsewhere, in ms. */
const EVERY = 2_000

/** The studio over this storage; what it publishes reaches the engine by the round, in every process. */
export function openStudio(storage: Storage, { house, parts, renew }: Engine): OpenedStudio {
  const { now } = parts
  const documents = documentStore({ pool: storage.desk, clock: { now } })
  const standing = { documents, files: documentFiles(house), now }
  const who = publisherOf(HOME_DISTRICT)
  return {
    studio: createStudio(standing),
    watch: (log) => {
      const failed = (error: unknown) => log.error('releases_not_watched', error)
      // What cannot be published must not keep this process from what was published elsewhere.
      const round = async () => {
        await publishDue(standing, who).catch(failed)
        await renew()
      }
      return over(round, failed)
    },
  }
}

function over(round: () => Promise<void>, failed: (error: unknown) => void) {
  let waiting = pause(EVERY)
  let stopped = false
  const run = async () => {
    while (!stopped) {
      await waiting.done
      if (stopped) return
      await round().catch(failed)
      waiting = pause(EVERY)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      waiting.cancel()
      await running
    },
  }
}
