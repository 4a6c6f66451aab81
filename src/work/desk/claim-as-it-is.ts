import { isProblem } from '../../core/errors.ts'
import type { Staff } from '../../core/people/role.ts'
import type { CaseStore } from '../ports/cases.ts'

/** A resident who is writing changes the case with every message; more often than this nobody writes. */
const TRIES = 5

/**
 * Takes a case as it is now. What the resident said since the adviser looked is no reason to refuse:
 * in danger every second counts, and whoever takes it reads on. Another person's claim still wins.
 */
export async function claimAsItIs(
  cases: Pick<CaseStore, 'claimCase'>,
  staff: Staff,
  number: string,
  seen: number,
): Promise<number> {
  let version = seen
  for (let tries = 1; ; tries++) {
    try {
      return await cases.claimCase(staff, number, version)
    } catch (error) {
      const newer = newerVersion(error)
      if (newer === null || newer <= version || tries === TRIES) throw error
      version = newer
    }
  }
}

function newerVersion(error: unknown): number | null {
  if (!isProblem(error) || error.code !== 'stale') return null
  return typeof error.details.version === 'number' ? error.details.version : null
}
