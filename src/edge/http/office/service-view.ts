import type { ServiceView } from '../../../core/contract/office/service.ts'
import type { ServiceLine } from '../../../work/ports/services.ts'
import type { Gate } from '../parts.ts'
import { iso } from './frame.ts'
import { briefOf, textOf } from './visit-views.ts'

/** A service record as the browser is given it. */
export function serviceView({ record, head }: ServiceLine, gate: Gate): ServiceView {
  const { id, version, state, detail, body, group, by, at, day } = record
  const { type, minutes, result, photos } = detail
  return {
    ...{ household: briefOf(head, gate), id, version, group, by, at: iso(at), day: day ?? '' },
    state: state === 'struck' ? 'struck' : 'done',
    type: String(type ?? ''),
    minutes: typeof minutes === 'number' ? minutes : null,
    result: String(result ?? 'done'),
    who: textOf(body, 'who'),
    words: textOf(body, 'words'),
    photos: Array.isArray(photos) ? photos : [],
    why: state === 'struck' ? textOf(body, 'why') : null,
  }
}
