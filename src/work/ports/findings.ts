import type { CaseEvent, NewAlert } from './cases.ts'

/** What the optional helpers found out about a case, for its adviser. */
export type Findings = {
  /**
   * A line of the history, once: a line of the same kind with the same `detail` stays one. `words`
   * are sealed. Gives false when it was there before, or there is no such case.
   */
  readonly note: (found: Finding) => Promise<boolean>
  /** An alert, unless one of this tier or above waits for this conversation. */
  readonly raise: (alert: NewAlert) => Promise<boolean>
}

type Finding = Pick<CaseEvent, 'case' | 'at' | 'kind' | 'words'> & {
  readonly detail: Readonly<Record<string, string>>
}
