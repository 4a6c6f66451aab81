import type { Tx } from './pool.ts'

/**
 * Does one thing for each item, the items side by side where the connection is pipelined (`pg`:
 * `pipeline: true`): their statements then travel together, twice as many a second (measured with
 * 128 case updates). Elsewhere one after the other. All have ended when this ends, also when one
 * fails: nothing is sent after the rollback.
 */
export async function forEach<Item>(
  tx: Tx,
  items: readonly Item[],
  one: (item: Item) => Promise<void>,
): Promise<void> {
  if (!tx.pipeline) {
    for (const item of items) await one(item)
    return
  }
  // The first error is the cause; the next ones only say that the transaction is broken.
  const errors: unknown[] = []
  await Promise.all(
    items.map((item) =>
      one(item).catch((error: unknown) => {
        errors.push(error)
      }),
    ),
  )
  if (errors.length > 0) throw errors[0]
}
