import { saidIn } from '../../../core/casework/check-said.ts'
import { CHECK } from '../../../core/casework/kinds/check.ts'
import type { CheckView } from '../../../core/contract/office/supervision.ts'
import type { Staff } from '../../../core/people/role.ts'
import type { FileRecord } from '../../../work/ports/household-files.ts'
import type { CheckLine } from '../../../work/ports/supervision.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { briefOf, textOf } from './visit-views.ts'

/** A record that was drawn, with what was said about it. */
export function checkView(
  { check, head, record, author }: CheckLine,
  staff: Staff,
  names: ReadonlyMap<string, string>,
  gate: Gate,
): CheckView {
  const { id, version, group, day, dueOn, state, detail } = check
  return {
    ...{ id, version, dueOn, sample: group, day: day ?? '' },
    household: briefOf(head, gate),
    state: CHECK.states.find((each) => each === state) ?? 'drawn',
    author: { id: author, name: names.get(author) ?? '' },
    mine: author === staff.id,
    score: typeof detail.score === 'number' ? detail.score : null,
    said: saidIn(check.body).map(({ by, at, score = null, pass = null, comment, answer }) => {
      return { by, at: iso(at), score, pass, words: comment ?? answer ?? '' }
    }),
    record: record && recordView(record),
  }
}

function recordView({ id, kind, day, detail, body }: FileRecord): CheckView['record'] {
  return {
    ...{ id, kind, day },
    type: String(detail.type ?? detail.how ?? ''),
    who: textOf(body, 'who') || textOf(body, 'met'),
    words: textOf(body, 'words'),
    photos: Array.isArray(detail.photos) ? detail.photos.length : 0,
  }
}
