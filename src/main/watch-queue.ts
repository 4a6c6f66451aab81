import { join } from 'node:path'
import type { Log } from '../edge/log.ts'
import { loadDuty } from '../edge/sources/duty.ts'
import { FOLDERS } from '../edge/sources/house.ts'
import { loadTexts } from '../edge/sources/texts.ts'
import { assignmentStore } from '../edge/storage/assignment/assignment-store.ts'
import { escalationStore } from '../edge/storage/assignment/escalation-store.ts'
import type { Storage } from '../edge/storage/open-storage.ts'
import type { Announcer } from '../work/ports/announcer.ts'
import type { Sms } from '../work/ports/sms.ts'
import { assignCases } from '../work/rounds/assign-cases.ts'
import { escalateDangers } from '../work/rounds/escalate-dangers.ts'
import { every } from './every.ts'
import type { Engine } from './open-engine.ts'

/** Milliseconds between two rounds: a case is given out, and a step taken, within that. */
const EVERY = 3_000

type Watching = {
  readonly storage: Storage
  readonly opened: Engine
  readonly announce: Announcer
  readonly sms: Sms | undefined
  readonly log: Log
}

/** Gives cases out where a street wants it, and calls the next one where nobody answers for a danger. */
export async function watchQueue({ storage, opened, announce, sms, log }: Watching) {
  const { engine, house, parts } = opened
  const { say } = await loadTexts(join(FOLDERS.locales, 'zh-CN'), 'house')
  const duty = await loadDuty(join(FOLDERS.data, 'duty', 'default.yaml'))
  const { now } = parts
  const rounds = [
    () =>
      assignCases({
        assignment: assignmentStore({ pool: storage.after, desk: storage.desk }),
        tell: engine.desk,
        clocks: () => house().clocks,
        calendar: () => house().town.calendar,
        ...{ now, announce },
      }),
    () =>
      escalateDangers({
        escalations: escalationStore({ pool: storage.after, ring: storage.ring }),
        ...duty,
        named: parts.ids.named,
        ...(sms ? { sms, smsText: say('sms.danger') } : {}),
        ...{ now, announce },
      }),
  ]
  const failed = (error: unknown) => log.error('queue_not_watched', error)
  const running = rounds.map((round) => every(EVERY, round, failed))
  return { stop: async () => void (await Promise.all(running.map(({ stop }) => stop()))) }
}
