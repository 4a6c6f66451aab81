import { type Profiler, Session } from 'node:inspector'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(import.meta.dirname, '../..')
const SOURCES = ['src', 'tests/fuzz/targets'].map((each) => pathToFileURL(join(ROOT, each)).href)

/** Which characters of each script have run. */
export type Seen = Map<string, Uint8Array>

export type Coverage = {
  /** How many characters of our own code ran since the last call of either that `seen` does not know. */
  readonly fresh: (seen: Seen) => number
  /** The same, and `seen` knows them from now on. */
  readonly learn: (seen: Seen) => number
  readonly stop: () => void
}

/** What of our own code runs, by V8's precise coverage. */
export function openCoverage(): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const take = (): readonly Profiler.ScriptCoverage[] => {
    let taken: readonly Profiler.ScriptCoverage[] = []
    // The session answers before `post` returns: it speaks to its own thread.
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      taken = result
    })
    return taken
  }
  const count = (seen: Seen, isKept: boolean): number =>
    take()
      .filter(({ url }) => SOURCES.some((folder) => url.startsWith(folder)))
      .reduce((sum, script) => sum + countIn(script, seen, isKept), 0)
  return {
    fresh: (seen) => count(seen, false),
    learn: (seen) => count(seen, true),
    stop: () => {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

function countIn(
  { scriptId, functions }: Profiler.ScriptCoverage,
  seen: Seen,
  isKept: boolean,
): number {
  const ran = ranIn(functions)
  const known = seen.get(scriptId)
  const next = isKept ? Uint8Array.from(known ?? ran) : undefined
  let fresh = 0
  for (let at = 0; at < ran.length; at++) {
    if (ran[at] === 0 || known?.[at] === 1) continue
    if (next) next[at] = 1
    fresh++
  }
  if (next) seen.set(scriptId, next)
  return fresh
}

/** Ranges come from the outside in: the last that covers a character says whether it ran. */
function ranIn(functions: readonly Profiler.FunctionCoverage[]): Uint8Array {
  const end = Math.max(0, ...functions.flatMap(({ ranges }) => ranges.map((r) => r.endOffset)))
  const ran = new Uint8Array(end)
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    }
  }
  return ran
}
