/** One record that was drawn and looked at. */
export type Checked = {
  readonly author: string
  readonly street: string
  readonly state: string
  /** 0–100; null = not looked at yet. */
  readonly score: number | null
  /** How often it went back to its author. */
  readonly returned: number
}

/** How good the records are (督导质量), in counts; shares are left to the reader. */
export type Quality = {
  readonly drawn: number
  readonly judged: number
  readonly passedAtOnce: number
  readonly returned: number
  /** Not corrected yet. */
  readonly waiting: number
  /** Mean of the last scores, one digit; null = none yet. */
  readonly score: number | null
}

/** Figures of each group: by street, or by who wrote the records. Dropped ones do not count. */
export function qualityBy(
  checks: readonly Checked[],
  by: 'author' | 'street',
): ReadonlyMap<string, Quality> {
  const names = [...new Set(checks.map((check) => check[by]))].toSorted()
  return new Map(names.map((name) => [name, qualityOf(checks.filter((each) => each[by] === name))]))
}

function qualityOf(all: readonly Checked[]): Quality {
  const checks = all.filter(({ state }) => state !== 'dropped')
  const scores = checks.flatMap(({ score }) => (score === null ? [] : [score]))
  const sum = scores.reduce((total, score) => total + score, 0)
  return {
    drawn: checks.length,
    judged: scores.length,
    passedAtOnce: checks.filter(({ state, returned }) => state === 'passed' && returned === 0)
      .length,
    returned: checks.filter(({ returned }) => returned > 0).length,
    waiting: checks.filter(({ state }) => state === 'returned').length,
    score: scores.length === 0 ? null : Math.round((sum / scores.length) * 10) / 10,
  }
}
