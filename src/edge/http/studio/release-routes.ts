import { Checked } from '../../../core/contract/studio/documents.ts'
import {
  AskThought,
  BringBack,
  Carried,
  Decide,
  MovingPlan,
  OfRelease,
  OpenedRelease,
  Reason,
  Releases,
  Replay,
  SetMoves,
  Submit,
  Submitted,
} from '../../../core/contract/studio/releases.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { Instant } from '../../../core/time.ts'
import type { ReleaseRow } from '../../../work/ports/documents.ts'
import type { Replay as ReplayRow } from '../../../work/ports/studio.ts'
import { mustSignIn } from '../console/session.ts'
import type { App } from '../parts.ts'
import { frame, gives, iso, mustAct, nothing } from './frame.ts'
import type { StudioGate } from './studio-api.ts'

/** Releases: submitted by one person, published by another, brought back by one click. */
export function releaseRoutes(app: App, gate: StudioGate): void {
  readReleases(app, gate)
  foreseeReleases(app, gate)
  decideReleases(app, gate)
}

function readReleases(app: App, gate: StudioGate): void {
  const { studio } = gate

  const list = { ...frame, response: gives(Releases) }
  app.get('/api/studio/releases', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return { releases: (await studio.releases(staff)).map((row) => releaseView(row, staff)) }
  })

  const open = { ...frame, params: OfRelease, response: gives(OpenedRelease) }
  app.get('/api/studio/releases/:n', { schema: open }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { release, changes } = await studio.release(staff, request.params.n)
    return {
      release: releaseView(release, staff),
      texts: changes.map(({ path, before, after }) => ({
        ...{ path, before: before ?? '', after: after ?? '' },
      })),
    }
  })
}

/** What a release would do, before it does it. */
function foreseeReleases(app: App, gate: StudioGate): void {
  const { studio } = gate
  const of = { ...frame, params: OfRelease }

  app.get('/api/studio/releases/:n/checks', { schema: { ...of, response: gives(Checked) } }, (r) =>
    mustSignIn(r, gate).then(({ staff }) => studio.findings(staff, r.params.n)),
  )
  const ask = { ...of, querystring: AskThought }
  const plan = { ...ask, response: gives(MovingPlan) }
  app.get('/api/studio/releases/:n/plan', { schema: plan }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await studio.foresee(staff, request.params.n, isAgain(request.query))
    return { ...found, at: iso(found.at) }
  })
  const replay = { ...ask, response: gives(Replay) }
  app.get('/api/studio/releases/:n/replay', { schema: replay }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await studio.replay(staff, request.params.n, isAgain(request.query))
    return { ...withNames(found, gate.placeName), at: iso(found.at) }
  })
  const set = { ...of, body: SetMoves, response: gives(nothing) }
  app.put('/api/studio/releases/:n/moves', { schema: set }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await studio.setMoves(staff, request.params.n, request.body.moves)
    return null
  })
}

const isAgain = ({ again }: { readonly again?: 'yes' | undefined }) => again === 'yes'

function decideReleases(app: App, gate: StudioGate): void {
  const { studio } = gate

  const submit = { ...frame, body: Submit, response: gives(Submitted) }
  app.post('/api/studio/releases', { schema: submit }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return { number: await studio.submit(staff, request.body) }
  })

  const approve = { ...frame, params: OfRelease, body: Decide, response: gives(nothing) }
  app.post('/api/studio/releases/:n/approve', { schema: approve }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { note, publishAt, moves } = request.body
    const at = publishAt === null ? null : Date.parse(publishAt)
    const seen = moves === undefined ? {} : { moves }
    await studio.approve(staff, request.params.n, { note, publishAt: at, ...seen })
    return null
  })

  const why = { ...frame, params: OfRelease, body: Reason, response: gives(nothing) }
  app.post('/api/studio/releases/:n/refuse', { schema: why }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await studio.refuse(staff, request.params.n, request.body.note)
    return null
  })

  const clear = { ...frame, params: OfRelease, response: gives(nothing) }
  app.post('/api/studio/releases/:n/clear', { schema: clear }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await studio.clear(staff, request.params.n)
    return null
  })

  app.post('/api/studio/releases/:n/withdraw', { schema: why }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await studio.withdraw(staff, request.params.n, request.body.note)
    return null
  })

  const now = { ...frame, params: OfRelease, response: gives(nothing) }
  app.post('/api/studio/releases/:n/publish', { schema: now }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await studio.publishNow(staff, request.params.n)
    return null
  })

  const again = { ...frame, params: OfRelease, response: gives(Carried) }
  app.post('/api/studio/releases/:n/take-up', { schema: again }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return studio.takeUp(staff, request.params.n)
  })

  const back = { ...frame, params: OfRelease, body: BringBack, response: gives(Submitted) }
  app.post('/api/studio/releases/:n/bring-back', { schema: back }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return { number: await studio.bringBack(staff, request.params.n, request.body) }
  })
}

function releaseView(row: ReleaseRow, staff: Staff) {
  const { number, state, note, paths, ticked, of, failed, decision, moves, locked } = row
  return {
    ...{ number, state, note, paths, ticked, of, failed, decision, moves, locked },
    clearedBy: row.clearedBy?.name ?? null,
    by: row.by.name,
    at: iso(row.at),
    decidedBy: row.decidedBy?.name ?? null,
    decidedAt: isoOrNull(row.decidedAt),
    publishAt: isoOrNull(row.publishAt),
    publishedAt: isoOrNull(row.publishedAt),
    mine: row.by.id === staff.id,
  }
}

/** `street:310105014` reads `street:江苏路街道`. */
function withNames(replay: ReplayRow, placeName: StudioGate['placeName']) {
  const named = (queue: string | null) =>
    queue?.replace(/(?<=:).+$/, (code) => placeName(code) ?? code) ?? null
  const differences = replay.differences.map((each) => {
    const { queue } = each
    return queue === null ? each : { ...each, queue: [named(queue[0]), named(queue[1])] as const }
  })
  return { ...replay, differences }
}

const isoOrNull = (at: Instant | null) => (at === null ? null : iso(at))
