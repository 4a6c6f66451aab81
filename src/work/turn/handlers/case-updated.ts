import { refOf } from './case-opened.ts'
import type { Handler } from './handler.ts'

/** The case knows more; a corrected address may have brought it to another street or district. */
export const caseUpdated: Handler<'case_updated'> = ({ file }, { notes, at }) => ({
  writes: [{ kind: 'update_case', file, at }],
  notes: { ...notes, cases: [...notes.cases.filter(({ id }) => id !== file.id), refOf(file)] },
})
