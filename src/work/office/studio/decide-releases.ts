import { same } from '../../../core/dialog/compare/plain.ts'
import { problem } from '../../../core/errors.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { Change, Findings, ReleaseRow } from '../../ports/documents.ts'
import type { Carried, Studio, SubmitRelease } from '../../ports/studio.ts'
import { importTexts } from './carry-texts.ts'
import { conflictsIn, isFresh, overlaid, readGround, type StudioParts } from './ground.ts'
import { isLocked } from './locked.ts'
import { lookAt } from './look-at.ts'
import { mayOf, mustDecide, mustRead, mustWrite } from './may.ts'
import { publishRelease } from './publish-release.ts'

type ReleaseParts = StudioParts & { readonly now: () => Instant }

/** Submitting, deciding and bringing back. Four eyes: whoever wrote it does not approve it. */
export function decideReleases(
  parts: ReleaseParts,
): Pick<
  Studio,
  | 'releases'
  | 'release'
  | 'submit'
  | 'approve'
  | 'clear'
  | 'publishNow'
  | 'refuse'
  | 'withdraw'
  | 'bringBack'
  | 'takeUp'
> {
  const { documents } = parts
  return {
    releases: async (staff) => {
      await mustRead(documents, staff)
      return documents.releases(staff)
    },
    release: async (staff, number) => {
      await mustRead(documents, staff)
      return found(await documents.release(staff, number), number)
    },
    submit: (staff, wanted) => submit(parts, staff, wanted),
    approve: (staff, number, how) => approve(parts, staff, number, how),
    refuse: async (staff, number, note) => {
      mustDecide(staff)
      await documents.decide(staff, number, { to: 'refused', note, ...UNDECIDED })
    },
    withdraw: async (staff, number, note) => {
      const { release } = found(await documents.release(staff, number), number)
      await mustWrite(documents, staff, release.paths)
      await documents.decide(staff, number, { to: 'withdrawn', note, ...UNDECIDED })
    },
    clear: async (staff, number) => {
      if (!(await mayOf(documents, staff)).legal) throw problem('not_allowed')
      await documents.clear(staff, number)
    },
    publishNow: (staff, number) => publishNow(parts, staff, number),
    bringBack: (staff, number, how) => bringBack(parts, staff, number, how),
    takeUp: (staff, number) => takeUp(parts, staff, number),
  }
}

const UNDECIDED = { publishAt: null, moves: null } as const

async function submit(
  parts: ReleaseParts,
  staff: Staff,
  { paths, note, ticked }: SubmitRelease,
): Promise<number> {
  await mustWrite(parts.documents, staff, paths)
  const [ground, drafts] = await Promise.all([
    readGround(parts, staff),
    parts.documents.drafts(staff),
  ])
  const wanted = [...new Set(paths)].map((path) => {
    const draft = drafts.find((each) => each.path === path)
    if (!draft || draft.text === null) throw problem('not_found', { document: path })
    const { text: after, version } = draft
    return { path, before: ground.texts.get(path) ?? null, after, version }
  })
  // The text in force, once more: that is how a conflict with a new shipped file is settled in its favour.
  const conflicts = conflictsIn(ground, parts.files.hash)
  const real = wanted.filter(({ path, before, after }) => before !== after || conflicts.has(path))
  if (real.length === 0) throw problem('bad_request', { field: 'paths' })
  const changes = real.map(({ path, before, after }): Change => ({ path, before, after }))
  const findings = await lookAt(parts, ground, changes, { talks: true })
  refuseUnsound(findings, new Set(ticked))
  const locked = isLocked(changes, findings)
  return parts.documents.submit(staff, { note, ticked, changes, drafts: wanted, locked, ...NEW })
}

async function approve(
  parts: ReleaseParts,
  staff: Staff,
  number: number,
  { note, publishAt, moves }: Parameters<Studio['approve']>[2],
): Promise<void> {
  mustDecide(staff)
  const { documents, now } = parts
  const { release, changes } = found(await documents.release(staff, number), number)
  const ground = await readGround(parts, staff)
  if (release.by.id === staff.id) throw problem('same_person', { release: number })
  await mustBeClear(documents, staff, release)
  const seen = moves === undefined ? release.moves : moves
  if (!isFresh(ground, changes) || !same(seen, release.moves))
    throw problem('stale', { release: number })
  refuseUnsound(await lookAt(parts, ground, changes, { talks: true }), new Set(release.ticked))
  await documents.decide(staff, number, { to: 'approved', note, publishAt, moves: seen })
  if (publishAt === null || publishAt <= now()) await mustPublish(parts, staff, number)
}

/** Words of danger and consent: somebody who answers for them has cleared it, or approves it himself. */
async function mustBeClear(
  documents: StudioParts['documents'],
  staff: Staff,
  { locked, clearedBy, number }: ReleaseRow,
): Promise<void> {
  if (!locked || clearedBy !== null || (await mayOf(documents, staff)).legal) return
  throw problem('locked', { release: number })
}

/** Nobody is moved unless somebody says so afterwards, with the plan before his eyes. */
const NEW = { of: null, moves: null } as const

/** Somebody else's release may have come in between: whoever asked is told that this one is not in force. */
async function mustPublish(parts: StudioParts, staff: Staff, number: number): Promise<void> {
  const done = await publishRelease(parts, staff, number)
  if (done !== 'published') throw problem('stale', { release: number })
}

async function bringBack(
  parts: ReleaseParts,
  staff: Staff,
  number: number,
  { note, moves }: Parameters<Studio['bringBack']>[2],
): Promise<number> {
  mustDecide(staff)
  const { documents } = parts
  const ground = await readGround(parts, staff)
  const then = overlaid(ground.shipped, await documents.overlayOf(staff, number))
  const paths = [...new Set([...ground.texts.keys(), ...then.keys()])]
  const changes = paths
    .map((path): Change => {
      return { path, before: ground.texts.get(path) ?? null, after: then.get(path) ?? null }
    })
    .filter(({ before, after }) => before !== after)
  if (changes.length === 0) throw problem('stale', { release: number })
  // It was in force before, and whoever takes a change back is in a hurry: the talks are not played once more.
  refuseUnsound(await lookAt(parts, ground, changes, { talks: false }), 'all')
  const next = await documents.submit(staff, {
    ...{ note, ticked: [], changes, drafts: [], of: number, moves, locked: false },
  })
  await mustPublish(parts, staff, next)
  return next
}

async function publishNow(parts: ReleaseParts, staff: Staff, number: number): Promise<void> {
  mustDecide(staff)
  const { release } = found(await parts.documents.release(staff, number), number)
  if (release.by.id === staff.id) throw problem('same_person', { release: number })
  await mustPublish(parts, staff, number)
}

async function takeUp(parts: ReleaseParts, staff: Staff, number: number): Promise<Carried> {
  const { changes } = found(await parts.documents.release(staff, number), number)
  const texts = changes.flatMap(({ path, after }) =>
    after === null ? [] : [[path, after] as const],
  )
  return importTexts(parts, staff, new Map(texts))
}

/** Errors are put right, new warnings looked at one by one: before anybody else is asked. */
function refuseUnsound({ problems }: Findings, ticked: ReadonlySet<string> | 'all'): void {
  const [error] = problems.filter(({ level }) => level === 'error')
  if (error) throw problem('unsound', { field: error.key })
  if (ticked === 'all') return
  const [warning] = problems.filter(({ key, known }) => !known && !ticked.has(key))
  if (warning) throw problem('unticked', { field: warning.key })
}

function found<T>(row: T | null, number: number): T {
  if (row === null) throw problem('not_found', { release: number })
  return row
}
