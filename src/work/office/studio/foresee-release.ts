import type { House, Moving } from '../../../core/dialog/house.ts'
import { type Foreseen, foreseeMove } from '../../../core/dialog/move/foresee-move.ts'
import { isOwn } from '../../../core/dialog/move/go-over.ts'
import { planMoves } from '../../../core/dialog/move/plan-moves.ts'
import { currentFlow } from '../../../core/dialog/stage.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import { DAY, MINUTE } from '../../../core/time.ts'
import type { Change, Documents } from '../../ports/documents.ts'
import type { StandingTalks } from '../../ports/standing-talks.ts'
import type { MovesForeseen, Studio } from '../../ports/studio.ts'
import { changed, type Ground, isFresh, readGround, type StudioParts } from './ground.ts'
import { lookAt } from './look-at.ts'
import { mustEdit, mustRead } from './may.ts'
import { remember } from './remember.ts'

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
  const { documents, now } = parts
  const known = remember<Omit<MovesForeseen, 'at'>>({ now, forget: FORGET })
  return {
    findings: async (staff, number) => {
      await mustRead(documents, staff)
      const { ground, changes } = await standingOn(parts, staff, number)
      return lookAt(parts, ground, changes, { talks: true })
    },
    foresee: async (staff, number, again = false) => {
      await mustRead(documents, staff)
      const on = await standingOn(parts, staff, number)
      const { found, at } = await known({ key: keyOf(on), again }, async () => {
        const { house, release } = await asIfOn(parts, on)
        return foreseeAll(parts, house, release.moves?.steps ?? {})
      })
      await documents.note(staff, 'release.foreseen', number)
      return { ...found, at }
    },
    setMoves: async (staff, number, moves) => {
      mustEdit(staff)
      const { house } = await asIfOn(parts, await standingOn(parts, staff, number))
      refuseStrange(house, moves)
      await documents.setMoves(staff, number, moves)
    },
  }
}

type Found = NonNullable<Awaited<ReturnType<Documents['release']>>>

type StandingOn = {
  readonly release: Found['release']
  readonly changes: readonly Change[]
  readonly ground: Ground
}

/** A release and what is in force under it; throws `stale` when it was overtaken. */
export async function standingOn(
  parts: StudioParts,
  staff: Staff,
  number: number,
): Promise<StandingOn> {
  const found = await parts.documents.release(staff, number)
  if (!found) throw problem('not_found', { release: number })
  const ground = await readGround(parts, staff)
  const { release, changes } = found
  if (release.state !== 'published' && !isFresh(ground, changes))
    throw problem('stale', { release: number })
  return { release, changes, ground }
}

/** A release is frozen, and so is what is in force by its number. */
export const keyOf = ({ release, ground }: StandingOn): string =>
  JSON.stringify([release.number, release.state, ground.number, release.moves])

/** What is told of talks is that old at most, unless it is asked for anew. */
export const FORGET = 10 * MINUTE

/** The house as it would be with this release; of one that is in force, as it is. */
export async function asIfOn(
  parts: StudioParts,
  on: StandingOn,
): Promise<StandingOn & { readonly house: House }> {
  const { release, changes, ground } = on
  const house = await parts.files.houseWith(changed(ground.texts, changes), release.paths)
  if (!house) throw problem('unsound', { release: release.number })
  return { ...on, house }
}

async function foreseeAll(
  { standing, now, breathe }: ForesightParts,
  house: House,
  steps: Moving['steps'],
): Promise<Omit<MovesForeseen, 'at'>> {
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
