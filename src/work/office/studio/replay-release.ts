import type { House } from '../../../core/dialog/house.ts'
import { memoryIn } from '../../../core/dialog/machine/turn-machine.ts'
import { compareReplays, type Difference } from '../../../core/dialog/replay/compare-replays.ts'
import { type Recorded, recordedOf } from '../../../core/dialog/replay/recorded.ts'
import { replayTalk } from '../../../core/dialog/replay/replay-talk.ts'
import { sampleTalks } from '../../../core/dialog/replay/sample-talks.ts'
import { stageOf } from '../../../core/dialog/stage.ts'
import { problem } from '../../../core/errors.ts'
import type { StandingTalk } from '../../ports/standing-talks.ts'
import type { Replay, Studio } from '../../ports/studio.ts'
import { asIfOn, FORGET, type ForesightParts, keyOf, standingOn } from './foresee-release.ts'
import { mustRead } from './may.ts'
import { remember } from './remember.ts'

/** Of each bucket so many are read; of 1,500 some hundreds told enough. */
const PER_BUCKET = 6

/** The last talks once more, on the house in force and on the one of the release: whose questions, grade or queue change. */
export function replayRelease(parts: ForesightParts): Pick<Studio, 'replay'> {
  const { documents, files, now } = parts
  const known = remember<Omit<Replay, 'at'>>({ now, forget: FORGET })
  return {
    replay: async (staff, number, again = false) => {
      await mustRead(documents, staff)
      const on = await standingOn(parts, staff, number)
      const { found, at } = await known({ key: keyOf(on), again }, async () => {
        const { house, ground, release } = await asIfOn(parts, on)
        const inForce = await files.houseWith(ground.texts, release.paths)
        if (!inForce) throw problem('unsound', { release: number })
        const real = await recordedTalks(parts, inForce)
        const made = sampleTalks(inForce, parts.talks - real.length, now())
        const differing = await replayAll(parts, inForce, house, [...real, ...made])
        return { ...differing, real: real.length, sample: made.length }
      })
      await documents.note(staff, 'release.replayed', number)
      return { ...found, at }
    },
  }
}

async function recordedTalks(
  { standing, breathe, talks }: ForesightParts,
  house: House,
): Promise<readonly Recorded[]> {
  const found: Recorded[] = []
  const query = { since: 0, bundles: null, perBucket: PER_BUCKET }
  for await (const slice of standing.slices(query)) {
    await breathe()
    found.push(...slice.flatMap((each) => recordedFrom(house, each) ?? []))
  }
  return found.toSorted((a, b) => b.at - a.at).slice(0, talks)
}

/** Values only: from here on nobody knows whose they are. */
function recordedFrom(house: House, { talk, at }: StandingTalk): Recorded | null {
  if (!house.bundles[talk.bundle]?.flows[talk.flow]) return null
  const { setting } = stageOf(house, talk.bundle, talk.flow)
  return recordedOf(setting, memoryIn(talk.snapshot), at)
}

async function replayAll(
  { breathe }: ForesightParts,
  before: House,
  after: House,
  talks: readonly Recorded[],
): Promise<Omit<Replay, 'at' | 'real' | 'sample'>> {
  const differences: Difference[] = []
  for (const [at, talk] of talks.entries()) {
    const was = replayTalk(before, talk)
    await breathe()
    const difference = compareReplays(at + 1, was, replayTalk(after, talk))
    if (difference) differences.push(difference)
    await breathe()
  }
  const count = (of: (each: Difference) => unknown) => differences.filter(of).length
  return {
    differences,
    path: count(
      ({ asked, notAsked, reordered }) => reordered || asked.length + notAsked.length > 0,
    ),
    grade: count(({ grade }) => grade),
    queue: count(({ queue, urgency }) => queue ?? urgency),
    ends: count(({ ends }) => ends),
  }
}
