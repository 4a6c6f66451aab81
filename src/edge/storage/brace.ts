import type { Tx } from './pool.ts'

/**
 * A connection that is cut tells so by an event besides failing its statement, and an event that
 * nobody hears ends the process. The pool listens only while it has the connection itself.
 */
export function brace(tx: Tx): void {
  if (!tx.listeners('error').includes(hear)) tx.on('error', hear)
}

/** The statement under way, or the next one, fails and says it. */
function hear(): void {}
