import { problem } from '../../src/core/errors.ts'
import type { Office } from '../../src/work/ports/office.ts'

/** An office without any household: every verb of every room finds nothing. */
export function paperOffice(): Office {
  const nothing = () => Promise.reject(problem('not_found'))
  const room = new Proxy({}, { get: () => nothing })
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : room) }) as Office
}
