import type { Files } from '../ports/files.ts'
import type { Findings } from '../ports/findings.ts'
import type { Reader } from '../ports/reader.ts'
import type { Suggester } from '../ports/suggester.ts'

/** The optional helpers of this house; a part that is absent is off. */
export type Helpers = {
  readonly findings: Findings
  readonly suggester?: Suggester
  readonly reader?: Reader
  readonly files?: Pick<Files, 'read'>
}
