import { type Chance, openChance } from './chance.ts'
import { type Coverage, openCoverage, type Seen } from './coverage.ts'
import { mutate } from './mutate.ts'

/** A decoder under test: whatever the bytes, it answers, and soon. */
export type Target = {
  readonly name: string
  /** Inputs that are right: the first parents. */
  readonly seeds: readonly (string | Uint8Array)[]
  /** Words of the format. */
  readonly tokens?: readonly string[]
  readonly read: (bytes: Uint8Array) => unknown
}

export type Fault = {
  readonly why: 'threw' | 'slow'
  readonly says: string
  readonly input: Uint8Array
}

export type Fuzzed = {
  readonly runs: number
  /** Characters of our own code that ran. */
  readonly reached: number
  /** Inputs that reached something new, the seeds first. */
  readonly kept: readonly Uint8Array[]
  readonly slowest: number
  readonly faults: readonly Fault[]
}

export type Bounds = { readonly seed: number; readonly ms: number; readonly runs: number }

/** Milliseconds of this thread's own work for one input; what took longer is measured twice more. */
const SLOW = 50
/** Inputs between two looks at the coverage: fewer while there is much to find. */
const BATCH = { least: 50, most: 6_400 }

/**
 * Coverage-guided: children of inputs that reached something new are tried; who reaches something new becomes a
 * parent. A batch is measured as a whole, and only one that found something is looked at input by input.
 */
export function fuzz(target: Target, { seed, ms, runs }: Bounds): Fuzzed {
  const chance = openChance(seed)
  const tried = openTrial(target)
  const coverage = openCoverage()
  const seen: Seen = new Map()
  const kept: Uint8Array[] = target.seeds.map((each) => Buffer.from(each))
  kept.forEach(tried.read)
  let reached = coverage.learn(seen)
  let size = BATCH.least
  const until = performance.now() + ms
  while (tried.runs() < runs && performance.now() < until) {
    const batch: Uint8Array[] = []
    while (batch.length < size && performance.now() < until) {
      const input = childOf(kept, target, chance)
      tried.read(input)
      batch.push(input)
    }
    const isNew = coverage.fresh(seen) > 0
    if (isNew) reached += keepNew(batch, kept, { target, coverage, seen })
    size = isNew ? Math.max(BATCH.least, size / 2) : Math.min(BATCH.most, size * 2)
  }
  coverage.stop()
  return { runs: tried.runs(), reached, kept, slowest: tried.slowest(), faults: tried.faults }
}

type Hunt = { readonly target: Target; readonly coverage: Coverage; readonly seen: Seen }

/** Halves a batch until single inputs stand that reach something new; gives how much they reach. */
function keepNew(batch: readonly Uint8Array[], kept: Uint8Array[], hunt: Hunt): number {
  const { target, coverage, seen } = hunt
  for (const input of batch) quietly(target, input)
  const [only, ...more] = batch
  if (only && more.length === 0) {
    const reached = coverage.learn(seen)
    if (reached > 0) kept.push(only)
    return reached
  }
  if (coverage.fresh(seen) === 0) return 0
  const middle = Math.ceil(batch.length / 2)
  const halves = [batch.slice(0, middle), batch.slice(middle)]
  return halves.reduce((sum, half) => sum + keepNew(half, kept, hunt), 0)
}

function childOf(kept: readonly Uint8Array[], { tokens = [] }: Target, chance: Chance): Uint8Array {
  // The newest parents have been tried least.
  const recent = kept.slice(-16)
  const parent = chance.below(2) === 0 ? chance.oneOf(recent) : chance.oneOf(kept)
  return mutate(parent, chance.oneOf(kept), tokens, chance)
}

function openTrial(target: Target) {
  let runs = 0
  let slowest = 0
  const faults: Fault[] = []
  /** Each kind once: the first of a hundred that fail alike is enough. */
  const found = (fault: Fault) => {
    const isKnown = faults.some(
      (f) => f.why === fault.why && (f.why === 'slow' || f.says === fault.says),
    )
    if (!isKnown) faults.push(fault)
  }
  return {
    faults,
    runs: () => runs,
    slowest: () => slowest,
    read: (input: Uint8Array): void => {
      runs += 1
      const { took, error } = timed(target, input)
      if (error !== undefined) {
        found({ why: 'threw', says: String(error), input })
        return
      }
      const least =
        took < SLOW ? took : Math.min(took, timed(target, input).took, timed(target, input).took)
      slowest = Math.max(slowest, least)
      if (least >= SLOW) found({ why: 'slow', says: `${Math.round(least)} ms`, input })
    },
  }
}

function timed(target: Target, input: Uint8Array): { took: number; error?: unknown } {
  const before = process.threadCpuUsage()
  const error = quietly(target, input)
  const { user, system } = process.threadCpuUsage(before)
  const took = (user + system) / 1000
  return { took, ...(error === undefined ? {} : { error }) }
}

function quietly({ read }: Target, input: Uint8Array): unknown {
  try {
    read(input)
    return undefined
  } catch (error) {
    return error ?? 'nothing'
  }
}
