import { say } from './texts.ts'

/** The word for a grade; open when nobody knows yet. */
export function GradeCell({ grade }: { readonly grade: string | null }) {
  return <span className={`tag grade-${grade ?? 'open'}`}>{say(`grade.${grade ?? 'open'}`)}</span>
}
