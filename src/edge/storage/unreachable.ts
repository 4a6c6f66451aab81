import { isProblem, problem } from '../../core/errors.ts'

/**
 * Errors that mean "no answer now, perhaps later" become database_unreachable, so that a channel is
 * told 503 and sends again; everything else is a mistake of ours and goes on as it is.
 */
export function asUnreachable(error: unknown): unknown {
  if (isProblem(error) || !isPassing(error)) return error
  return problem('database_unreachable', { why: codeOf(error) || 'no answer' }, error)
}

/**
 * SQLSTATE classes (PostgreSQL manual, appendix A): 08 connection, 53 out of resources (disk full,
 * too many connections), 57P shutdown and recovery, 57014 cancelled by timeout, 40001/40P01 retry,
 * 55P03 lock not available.
 */
const PASSING = /^(08|53|57P|57014|40001|40P01|55P03)/
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/
const WORDS = /timeout|terminated|not queryable|Connection ended|Cannot use a pool/i

function isPassing(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== '') return PASSING.test(code) || NETWORK.test(code)
  return error instanceof Error && WORDS.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
