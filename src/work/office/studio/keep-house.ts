import type { House } from '../../../core/dialog/house.ts'
import type { Instant } from '../../../core/time.ts'
import type { Actor, Documents, Published } from '../../ports/documents.ts'

/** The house as it is in force, taken over anew whenever a release was published. */
export type KeptHouse = {
  readonly house: () => House
  /** Looks for a newer release. True when the house changed. */
  readonly renew: () => Promise<boolean>
}

export type HouseSource = {
  readonly district: string
  readonly documents: Pick<Documents, 'published' | 'inForce'>
  /** The house with these texts over the files as shipped. */
  readonly load: (published: Published) => Promise<House>
  readonly now: () => Instant
  /** A release that was published and cannot be loaded here. */
  readonly report?: ((error: unknown) => void) | undefined
}

/**
 * Every process learns to go on with talks of a new release at once, but begins talks on it only so much later:
 * by then every other process has looked, too (each looks every 2 s), and nobody meets a process that does not
 * know the flow he stands on.
 */
const BEGINS_AFTER = 6_000

/** A release that cannot be loaded here is tried again after so long: the disk may have been full. */
const AGAIN_AFTER = 60_000

/** In whose name the house reads and publishes. */
export const publisherOf = (district: string): Actor => ({
  ...{ id: 'publisher', role: 'system', district, streets: [] },
})

/** The files as shipped with the texts of the newest release over them. */
export async function keepHouse(source: HouseSource): Promise<KeptHouse> {
  const { documents, now, report } = source
  const who = publisherOf(source.district)
  const first = await documents.published(who)
  let number = first.number
  let known = await sound(source, first)
  let next: { readonly house: House; readonly from: Instant } | undefined
  let again = 0

  const learn = async () => {
    const published = await documents.published(who)
    const house = await loaded(source, published, known.bundles).catch((error: unknown) =>
      report?.(error),
    )
    again = house ? 0 : now() + AGAIN_AFTER
    if (!house) return
    number = published.number
    known = { ...known, bundles: { ...house.bundles, ...known.bundles } }
    next = { house, from: published.at + BEGINS_AFTER }
  }

  return {
    house: () => known,
    renew: async () => {
      if ((await documents.inForce(who)) !== number && now() >= again) await learn()
      if (!next || now() < next.from) return false
      known = { ...next.house, bundles: { ...known.bundles, ...next.house.bundles } }
      next = undefined
      return true
    },
  }
}

/** Whether those in the middle of a talk go over to it, the release says. */
async function loaded(
  { load }: HouseSource,
  published: Published,
  known: House['bundles'],
): Promise<House> {
  const house = await load(published)
  const { moves, number: release } = published
  if (!moves) return house
  const from = Object.keys({ ...known, ...house.bundles })
  return { ...house, moving: { ...moves, release, from } }
}

/** After an upgrade an old release may not fit any more: then the shipped files are in force, and it is told. */
async function sound(source: HouseSource, published: Published): Promise<House> {
  const { load, report } = source
  try {
    return await loaded(source, published, {})
  } catch (error) {
    if (published.texts.length === 0) throw error
    report?.(error)
    return load({ ...published, texts: [] })
  }
}
