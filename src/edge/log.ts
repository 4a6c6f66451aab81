import pino from 'pino'
import { isProblem } from '../core/errors.ts'

/** Where the parts of the house write what happened: codes and ids, never what a person said. */
export type Log = {
  readonly info: (event: string, facts?: Facts) => void
  readonly warn: (event: string, facts?: Facts) => void
  readonly error: (event: string, error: unknown, facts?: Facts) => void
}

/** Ids, codes and numbers. */
type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

/**
 * JSON Lines. Names of fields that could carry words of a resident are cut out as a second wall;
 * texts longer than an id are cut too, whatever their field is called.
 */
export function openLog(write: (line: string) => void, level: pino.Level = 'info'): Log {
  const options = { level, base: null, redact: { paths: [...PERSONAL], censor: '[redacted]' } }
  const log = pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, { write })
  return {
    info: (event, facts = {}) => log.info({ event, ...short(facts) }),
    warn: (event, facts = {}) => log.warn({ event, ...short(facts) }),
    error: (event, error, facts = {}) =>
      log.error({ event, ...errorFacts(error), ...short(facts) }),
  }
}

/** Longer than a uuid pair, an address of ours or a code; shorter than a sentence that matters. */
const LONGEST = 120

const FIELDS = ['text', 'name', 'phone', 'address', 'story', 'answer', 'words', 'password', 'token']
const PERSONAL = [...FIELDS, 'authorization', 'cookie', 'secret', 'body'] as const

function short(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > LONGEST ? '[cut]' : value,
    ]),
  )
}

/**
 * Of an error only its code, its type and where it came from: messages of the database or a parser
 * quote the value that they stumbled over.
 */
function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : error.name
  const at = /at (?:.*\()?(.*?:\d+):\d+\)?/.exec(error.stack ?? '')?.[1]
  const place = at?.split('/').slice(-3).join('/')
  const cause = error.cause === undefined ? {} : { cause: codeOf(error.cause) }
  return { code, ...(isProblem(error) ? {} : { at: place }), ...cause }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error ? String(error.code) : error.name
}
