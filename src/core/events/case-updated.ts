import type { CaseFile } from '../casework/case-file.ts'

/** The case knows more, or changed its queue or stage. */
export type CaseUpdated = {
  readonly type: 'case_updated'
  readonly file: CaseFile
}
