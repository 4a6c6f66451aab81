import { setImmediate } from 'node:timers/promises'
import type { Log } from '../edge/log.ts'
import { carrying } from '../edge/sources/carry-flows.ts'
import { documentFiles } from '../edge/sources/check-documents.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import { caseStore } from '../edge/storage/case-store.ts'
import { documentStore } from '../edge/storage/documents/document-store.ts'
import { standingTalks } from '../edge/storage/documents/standing-talks.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import { usageStore } from '../edge/storage/usage/usage-store.ts'
import { createStudio } from '../work/office/studio/create-studio.ts'
import { publisherOf } from '../work/office/studio/keep-house.ts'
import { publishDue } from '../work/office/studio/publish-release.ts'
import type { Studio } from '../work/ports/studio.ts'
import type { Running } from '../work/rounds/repeat.ts'
import { every } from './every.ts'
import { HOME_DISTRICT } from './home.ts'
import type { Engine } from './open-engine.ts'

export type OpenedStudio = {
  readonly studio: Studio
  /** What the clock does: publishes what is due, takes over what was published. */
  readonly watch: (log: Log) => Running
}

/** Past talks that a release is tried on: enough to see what is common, done within two seconds. */
const REPLAYED = 200

/** How often a process looks for what is due and what was published elsewhere, in ms. */
const EVERY = 2_000

/** The studio over this storage; what it publishes reaches the engine by the round, in every process. */
export function openStudio(storage: Storage, { house, parts, renew }: Engine): OpenedStudio {
  const { now } = parts
  const standIns = () => loadTexts(`${FOLDERS.locales}/zh-CN`, 'stand-ins')
  const documents = documentStore({ pool: storage.desk, clock: { now } })
  const standing = { documents, files: documentFiles(house), now }
  const who = publisherOf(HOME_DISTRICT)
  return {
    studio: createStudio({
      ...{
        ...standing,
        usage: usageStore(storage.desk),
        carrying,
        breathe: () => setImmediate(),
        talks: REPLAYED,
      },
      standing: standingTalks(storage.after, storage.ring),
      cases: caseStore({ pool: storage.desk, ring: storage.ring, clock: { now } }),
      ...{ turns: parts.turns, house, standIns },
    }),
    watch: (log) => {
      const failed = (error: unknown) => log.error('releases_not_watched', error)
      // What cannot be published must not keep this process from what was published elsewhere.
      const round = async () => {
        await publishDue(standing, who).catch(failed)
        await renew()
      }
      return every(EVERY, round, failed)
    },
  }
}
