import type { Line } from '../api/documents.ts'
import { say } from '../texts.ts'
import { moment } from './moment.ts'

type Props = { readonly line: Pick<Line, 'draft' | 'conflict' | 'published'> }

/** Draft of whom, conflict, release. */
export function StateCell({ line: { draft, conflict, published } }: Props) {
  return (
    <>
      {conflict && <span className="tag error">{say('state.conflict')}</span>}
      {draft && (
        <span className="tag warning">
          {say('state.draft', { by: draft.by, at: moment(draft.at) })}
        </span>
      )}
      {published === null ? say('state.shipped') : say('state.release', { number: published })}
    </>
  )
}
