import type { CaseFile } from '../casework/case-file.ts'

/** A request became a case (受理) with all that is known so far. */
export type CaseOpened = {
  readonly type: 'case_opened'
  readonly file: CaseFile
}
