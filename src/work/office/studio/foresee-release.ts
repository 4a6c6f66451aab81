import type { House, Moving } from '../../../core/dialog/house.ts'
import { type Foreseen, foreseeMove } from '../../../core/dialog/move/foresee-move.ts'
import { isOwn } from '../../../core/dialog/move/go-over.ts'
import { planMoves } from '../../../core/dialog/move/plan-moves.ts'
import { currentFlow } from '../../../core/dialog/stage.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { DAY } from '../../../core/time.ts'
import type { Change, Documents } from '../../ports/documents.ts'
import type { StandingTalks } from '../../ports/standing-talks.ts'
import type { MovesForeseen, Studio } from '../../ports/studio.ts'
import { changed, type Ground, isFresh, readGround, type StudioParts } from './ground.ts'
import { lookAt } from './look-at.ts'
import { mustEdit, mustRead } from './may.ts'

export type ForesightParts = StudioParts & {
  readonly standing: StandingTalks
  readonly now: () => number
  /** Past talks that are replayed: 200, within two seconds. */
  readonly talks: number
  /** Lets others be served before the next slice. */
  readonly breathe: () => Promise<void>
}

/** Answers are kept for thirty days; a few more for the clock of the weekend. */
const STANDS_FOR = 35 * DAY

/** Talks of one bucket that are looked at, the newest: a hundred thousand in all. */
const PER_BUCKET = 400

/** Talks thought through before others are served: a few ms. */
const AT_ONCE = 10

/** What a release would do to those who are in the middle of a talk, before anybody is moved. */
export function foreseeRelease(
  parts: ForesightParts,
): Pick<Studio, 'findings' | 'foresee' | 'setMoves'> {
  const { documents } = parts
  return {
    findings: async (staff, number) => {
      mustRead(staff)
      const { ground, changes } = await asIf(parts, staff, number)
      return lookAt(parts, ground, changes, { talks: true })
    },
    foresee: async (staff, number) => {
      mustRead(staff)
      const { house, release } = await asIf(parts, staff, number)
      const found = await foreseeAll(parts, house, release.moves?.steps ?? {})
      await documents.note(staff, 'release.foreseen', number)
      return found
    },
    setMoves: async (staff, number, moves) => {
      mustEdit(staff)
      const { house } = await asIf(parts, staff, number)
      refuseStrange(house, moves)
      await documents.setMoves(staff, number, moves)
    },
  }
}

export type AsIf = {
  readonly release: NonNullable<Awaited<ReturnType<Documents['release']>>>['release']
  readonly ground: Ground
  readonly changes: readonly Change[]
  readonly house: House
}

/** The house as it would be with this release; of one that is in force, as it is. */
export async function asIf(parts: StudioParts, staff: Staff, number: number): Promise<AsIf> {
  const found = await parts.documents.release(staff, number)
  if (!found) throw problem('not_found', { release: number })
  const ground = await readGround(parts, staff)
  const { release, changes } = found
  if (release.state !== 'published' && !isFresh(ground, changes))
    throw problem('stale', { release: number })
  const texts = changed(ground.texts, changes)
  const house = await parts.files.houseWith(texts, release.paths)
  if (!house) throw problem('unsound', { release: number })
  return { release, ground, changes, house }
}

async function foreseeAll(
  { standing, now, breathe }: ForesightParts,
  house: House,
  steps: Moving['steps'],
): Promise<MovesForeseen> {
  const at = now()
  const query = { since: at - STANDS_FOR, bundles: othersThan(house), perBucket: PER_BUCKET }
  const foreseen: Foreseen[] = []
  let count = 0
  for await (const slice of standing.slices(query)) {
    for (const { talk } of slice) {
      count += 1
      if (count % AT_ONCE === 0) await breathe()
      const one = house.bundles[talk.bundle] ? foreseeMove(house, talk, steps, at) : null
      if (one) foreseen.push(one)
    }
  }
  return { people: foreseen.length, steps: planMoves(foreseen) }
}

/** Bundles on which something else is asked than in the current one. */
function othersThan({ bundles, current }: House): readonly string[] {
  const read = (hash: string) => JSON.stringify(bundles[hash]?.flows)
  const now = read(current)
  return Object.keys(bundles).filter((hash) => read(hash) !== now)
}

/** Nobody is sent to a question that the new text does not have. */
function refuseStrange(house: House, moves: Moving | null): void {
  const { setting } = currentFlow(house, 'help')
  const strange = Object.values(moves?.steps ?? {}).find((step) => !isOwn(setting, step))
  if (strange !== undefined) throw problem('bad_request', { field: `moves.${strange}` })
}
