import { isProblem, problem } from '../../core/errors.ts'
import type { NewTurn, Tail } from '../ports/turns.ts'
import type { Lane } from './lane.ts'
import { TURN_LIMITS, type TurnLimits } from './limits.ts'
import { notesOf } from './next-turn.ts'
import type { TurnParts } from './parts.ts'
import { prepareTurn } from './prepare.ts'
import { refOf } from './ref-of.ts'
import type { Remembered } from './remembered.ts'
import type { Settled, TurnRequest } from './turn-request.ts'
import { whyOf } from './why-of.ts'

/** What a batch works with: the parts, and what the engine keeps while it runs. */
export type Engine = {
  readonly parts: TurnParts
  readonly limits: TurnLimits
  readonly remembered: Remembered
  readonly laneOf: (bucket: number) => Lane<TurnRequest>
  /** After the commit: tell, send. */
  readonly committed: (turn: NewTurn) => void
}

type Thought = {
  readonly prepared: readonly Prepared[]
  /** Whose file is to be read first. */
  readonly asking: readonly TurnRequest[]
}

type Prepared = { readonly request: TurnRequest; readonly turn: NewTurn; readonly tail: Tail }

/** One batch from reading to writing. Settles every request or puts it back; never throws. */
export async function runBatch(engine: Engine, requests: readonly TurnRequest[]): Promise<void> {
  try {
    const tails = await tailsOf(engine, requests)
    const [here, elsewhere] = parted(requests, tails)
    const { prepared, asking } = think(engine, here, tails)
    const plain = prepared.filter(({ turn }) => isPlain(turn))
    const rich = prepared.filter(({ turn }) => !isPlain(turn))
    // Turns that write nothing but themselves are one statement; the others do not hold them up.
    const leading = elsewhere.map(({ request, to }) => leadOn(engine, request, to))
    const recalling = asking.map((request) => recall(engine, request, tails))
    await Promise.all([commit(engine, plain), commit(engine, rich), ...leading, ...recalling])
  } catch (error) {
    for (const request of requests) request.fail(error)
  }
}

type Leading = { readonly request: TurnRequest; readonly to: string }

/** What a resident writes where he no longer talks with the house is taken where he does. */
function parted(
  requests: readonly TurnRequest[],
  tails: ReadonlyMap<string, Tail>,
): readonly [readonly TurnRequest[], readonly Leading[]] {
  const toOf = ({ ref, from }: TurnRequest) =>
    from === null ? undefined : tails.get(ref.id)?.content?.notes.movedTo
  const elsewhere = requests.flatMap((request) => {
    const to = toOf(request)
    return to === undefined ? [] : [{ request, to }]
  })
  return [requests.filter((request) => toOf(request) === undefined), elsewhere]
}

/** Unless it was taken here, before: then this is its second delivery. */
async function leadOn({ parts, laneOf }: Engine, request: TurnRequest, to: string): Promise<void> {
  try {
    const same = await parts.turns.find(request.ref, request.channel, request.externalId)
    if (same) {
      const { seq, at, content } = same
      return request.settle({ status: 'duplicate', seq, at, out: content?.out ?? [] })
    }
    const ref = refOf(to)
    const settle = (settled: Settled) => request.settle({ ref, ...settled })
    laneOf(ref.bucket).put({ ...request, ref, settle })
  } catch (error) {
    request.fail(error)
  }
}

function isPlain(turn: NewTurn): boolean {
  return turn.writes.length === 0 && turn.opening === null
}

async function tailsOf(
  { remembered, parts }: Engine,
  requests: readonly TurnRequest[],
): Promise<ReadonlyMap<string, Tail>> {
  const tails = new Map<string, Tail>()
  const unknown = []
  for (const { ref } of requests) {
    const tail = remembered.get(ref.id)
    if (tail) tails.set(ref.id, tail)
    else unknown.push(ref)
  }
  if (unknown.length === 0) return tails
  for (const tail of await parts.turns.tails(unknown)) tails.set(tail.ref.id, tail)
  return tails
}

/** One dialog turn after the other, as long as there is time; who is left goes into the next batch. */
function think(
  engine: Engine,
  requests: readonly TurnRequest[],
  tails: ReadonlyMap<string, Tail>,
): Thought {
  const { parts, limits } = engine
  const until = parts.now() + limits.thinking
  const prepared: Prepared[] = []
  const asking: TurnRequest[] = []
  for (const [at, request] of requests.entries()) {
    if (at > 0 && parts.now() >= until) {
      for (const left of requests.slice(at)) again(engine, left)
      break
    }
    const thought = prepare(engine, request, tails)
    if (thought === 'asks_file') asking.push(request)
    else prepared.push(...thought)
  }
  return { prepared, asking }
}

/** Somebody has come back to where the file is read back: once more, with it. Its conversation waits meanwhile. */
async function recall(
  engine: Engine,
  request: TurnRequest,
  tails: ReadonlyMap<string, Tail>,
): Promise<void> {
  const { parts } = engine
  const tail = tails.get(request.ref.id)
  // A page may stand open on a screen that others use; an account of a messenger is one person's own.
  const isPage = parts.sender.isFetched(tail?.home?.channel ?? request.channel)
  request.known = { facts: await factsFor(parts, tail), private: !isPage }
  const thought = prepare(engine, request, tails)
  await commit(engine, thought === 'asks_file' ? [] : thought)
}

/** What cannot be read is asked. */
async function factsFor({ knownFiles, now, report }: TurnParts, tail: Tail | undefined) {
  if (!tail || !knownFiles) return {}
  try {
    return await knownFiles.factsOf(notesOf(tail).cases, now())
  } catch (error) {
    report?.({ code: 'turn_failed', id: tail.ref.id, seq: tail.seq + 1, why: whyOf(error) })
    return {}
  }
}

function prepare(
  engine: Engine,
  request: TurnRequest,
  tails: ReadonlyMap<string, Tail>,
): readonly Prepared[] | 'asks_file' {
  const tail = tails.get(request.ref.id)
  if (!tail) {
    request.fail(problem('internal', { conversation: request.ref.id }))
    return []
  }
  try {
    const turn = prepareTurn(engine.parts, request, tail)
    if (turn === 'asks_file') return turn
    if (turn === 'skip') request.settle({ status: 'skipped', seq: tail.seq, at: tail.at, out: [] })
    return turn === 'skip' ? [] : [{ request, turn, tail }]
  } catch (error) {
    spoiled(engine, request, tail.seq + 1, error)
    return []
  }
}

async function commit(engine: Engine, thought: readonly Prepared[]): Promise<void> {
  if (thought.length === 0) return
  const { parts, remembered } = engine
  const group = sorted(thought)
  try {
    parts.failpoint?.('turn.before-commit')
    const won = await parts.turns.commit(group.map(({ turn }) => turn))
    if (won === 'number_taken') return await drawAgain(engine, group)
    parts.failpoint?.('turn.committed-not-acknowledged')
    const lost = group.filter(({ turn }) => !won.has(turn.ref.id))
    for (const prepared of group) if (won.has(prepared.turn.ref.id)) keep(engine, prepared)
    await Promise.all(lost.map((prepared) => lose(engine, prepared)))
  } catch (error) {
    // Whether it was committed may be unknown: the next look reads the log, not the memory.
    for (const { turn } of group) remembered.forget(turn.ref.id)
    await apart(engine, group, error)
  }
}

/** Rows in one order in every process: two batches can then never wait for each other in a circle. */
function sorted(group: readonly Prepared[]): readonly Prepared[] {
  return group.toSorted((a, b) => (a.turn.ref.id < b.turn.ref.id ? -1 : 1))
}

/** One poison turn spoils only itself: the others of its batch go again, each alone. */
async function apart(engine: Engine, group: readonly Prepared[], error: unknown): Promise<void> {
  const [only] = group
  if (isProblem(error) && error.status === 503) {
    for (const { request } of group) request.fail(error)
    return
  }
  if (group.length === 1 && only) return spoiled(engine, only.request, only.turn.seq, error)
  for (const prepared of group) await commit(engine, [prepared])
}

/** A case number that somebody has already: alone, and with the next draw. */
async function drawAgain(engine: Engine, group: readonly Prepared[]): Promise<void> {
  const [only] = group
  if (group.length > 1 || !only) {
    for (const prepared of group) await commit(engine, [prepared])
    return
  }
  const { request, turn } = only
  request.attempt++
  if (request.attempt < engine.limits.draws) return again(engine, request)
  spoiled(engine, request, turn.seq, new Error('no free case number'))
}

function keep(engine: Engine, { request, turn, tail }: Prepared): void {
  const { ref, seq, at, key, content, opening, status } = turn
  const moved = turn.writes.find((write) => write.kind === 'move_home')
  const home = opening ?? moved?.home ?? tail.home
  engine.remembered.set({ ref, seq, at, key, content, home })
  request.settle({ status, seq, at, out: content?.out ?? [] })
  engine.committed(turn)
}

/** Somebody was faster: with this very message, or with another one. */
async function lose(engine: Engine, { request, turn }: Prepared): Promise<void> {
  const { parts, remembered, limits } = engine
  remembered.forget(turn.ref.id)
  const same = await parts.turns.find(turn.ref, turn.channel, turn.externalId)
  if (same) {
    const { seq, at, content } = same
    return request.settle({ status: 'duplicate', seq, at, out: content?.out ?? [] })
  }
  request.races++
  if (request.races > limits.races) return request.fail(problem('unavailable', { why: 'races' }))
  again(engine, request)
}

function again(engine: Engine, request: TurnRequest): void {
  engine.laneOf(request.ref.bucket).putBack(request)
}

/**
 * The dialog or its writes cannot cope with it. What came from outside is kept as pending and tried
 * again by a round; what the house itself wanted goes back to the round that wanted it.
 */
function spoiled(engine: Engine, request: TurnRequest, seq: number, error: unknown): void {
  engine.parts.report?.({ code: 'turn_failed', id: request.ref.id, seq, why: whyOf(error) })
  const keeps = request.task.do === 'hear' || request.task.do === 'silence'
  if (!keeps || request.failed) {
    request.fail(error)
    return
  }
  request.failed = true
  again(engine, request)
}

export function limitsOf(parts: TurnParts): TurnLimits {
  return { ...TURN_LIMITS, ...parts.limits }
}
