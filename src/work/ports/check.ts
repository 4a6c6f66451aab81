/** One thing that `hearth doctor` looks at. */
export type Check = {
  /** In a word or two: `database`, `disk space`. */
  readonly name: string
  /** Never throws for what it looks for; what it throws counts as `fail`. */
  readonly run: () => Promise<CheckResult>
}

export type CheckResult = {
  readonly level: 'ok' | 'warn' | 'fail'
  /** One sentence: what was found, and what to do about it. */
  readonly says: string
}
