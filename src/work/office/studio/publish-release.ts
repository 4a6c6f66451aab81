import type { Actor } from '../../ports/documents.ts'
import { changed, isFresh, nextOverlay, readGround, type StudioParts } from './ground.ts'

/** Somebody else may publish in between; each try stands on what is then in force. */
const TRIES = 5

/**
 * Puts an approved release in force. One that was overtaken (a document of it is not any more what its author
 * saw) or that is no longer sound is refused and says why: nothing is merged silently.
 */
export async function publishRelease(
  parts: StudioParts,
  who: Actor,
  number: number,
): Promise<'published' | 'failed' | 'gone'> {
  const { documents, files } = parts
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = await documents.release(who, number)
    if (found?.release.state !== 'approved') return 'gone'
    const ground = await readGround(parts, who)
    if (!isFresh(ground, found.changes)) {
      await documents.fail(who, number, 'stale')
      return 'failed'
    }
    const { problems } = await files.check(changed(ground.texts, found.changes), {
      talks: false,
      changed: found.release.paths,
    })
    if (problems.some(({ level }) => level === 'error')) {
      await documents.fail(who, number, 'errors')
      return 'failed'
    }
    const texts = nextOverlay(ground, found.changes, files.hash)
    if (await documents.publish(who, number, { over: ground.number, texts })) return 'published'
  }
  return 'gone'
}

/** Publishes what was approved and whose time has come. Gives how many. */
export async function publishDue(parts: StudioParts, who: Actor): Promise<number> {
  let done = 0
  for (const number of await parts.documents.due(who)) {
    if ((await publishRelease(parts, who, number)) === 'published') done += 1
  }
  return done
}
