import { isProblem, problem } from '../../../core/errors.ts'
import type { BulkDone } from '../../../work/ports/desk.ts'
import type { Gate } from '../parts.ts'
import { sentence } from '../sentence.ts'

/** What of many was done, and why the rest was not. */
export function bulkView({ done, failed }: BulkDone, gate: Gate) {
  return {
    done: done.map(({ number, version }) => ({ number, version })),
    failed: failed.map(({ number, error }) => {
      const found = isProblem(error) ? error : problem('internal', {}, error)
      return { number, code: found.code, message: sentence(found, gate.texts.console) }
    }),
  }
}
