import type { BulkDone, CaseAt } from '../ports/desk.ts'

/** A verb over several cases (批量): what fails says why and does not hold the others up. */
export async function oneByOne(
  cases: readonly CaseAt[],
  run: (each: CaseAt) => Promise<number>,
): Promise<BulkDone> {
  const done: CaseAt[] = []
  const failed: { number: string; error: unknown }[] = []
  for (const each of cases) {
    const { number } = each
    await run(each).then(
      (version) => done.push({ number, version }),
      (error: unknown) => failed.push({ number, error }),
    )
  }
  return { done, failed }
}
